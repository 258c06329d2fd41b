import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { askWhatIf, askWhatIfDraft } from '@mofan/contracts/what-if';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import { loadParsed } from '@mofan/rubric/load';
import type { Rubric } from '@mofan/rubric/rubric';
import { RubricError } from '@mofan/rubric/rubric-error';
import type { Database } from '@mofan/store/database';
import { Rubrics } from '@mofan/store/rubrics';
import { DATABASE } from '../platform/database.module.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { Refused } from '../platform/problem.ts';
import { mustRead } from './rubric-text.ts';
import { textInLog } from './text-in-log.ts';
import { AskWhatIf } from './what-if.query.ts';

@Controller()
export class WhatIfController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly rubrics: Rubrics,
  ) {}

  @Implements(askWhatIf)
  async ofVersion(@Input() { params, query }: InputOf<typeof askWhatIf>) {
    const version = await this.rubrics.find(params.hash);
    if (!version) throw new Refused(404, 'rubric.unknown');
    return this.queries.execute(new AskWhatIf(query.cycleId, version.compiled));
  }

  @Implements(askWhatIfDraft)
  async ofDraft(@Input() { params, query }: InputOf<typeof askWhatIfDraft>) {
    const rubric = mustRead(await textInLog(this.database.log, params.draftId));
    return this.queries.execute(new AskWhatIf(query.cycleId, mustLoad(rubric)));
  }
}

const mustLoad = (rubric: Rubric): CompiledRubric => {
  try {
    return loadParsed(rubric, 'all');
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    throw new Refused(422, 'rubric-draft.unsound', { details: { fault: error.code, place: error.place } });
  }
};
