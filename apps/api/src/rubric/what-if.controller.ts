import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { askWhatIf, askWhatIfDraft } from '@mofan/contracts/what-if';
import type { Database } from '@mofan/store/database';
import { Rubrics } from '@mofan/store/rubrics';
import { DATABASE } from '../platform/database.module.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { Refused } from '../platform/problem.ts';
import { CheckThreads } from './check/check-threads.ts';
import { Leaving } from './check/leaving.ts';
import { mustRead } from './check/must-read.ts';
import { textInLog } from './text-in-log.ts';
import { AskWhatIf } from './what-if.query.ts';

@Controller()
export class WhatIfController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly rubrics: Rubrics,
    private readonly threads: CheckThreads,
  ) {}

  @Implements(askWhatIf)
  async ofVersion(@Input() { params, query }: InputOf<typeof askWhatIf>, @Leaving() leaving: AbortSignal) {
    const version = await this.rubrics.find(params.hash);
    if (!version) throw new Refused(404, 'rubric.unknown');
    return this.queries.execute(new AskWhatIf(query.cycleId, version.compiled.published, leaving));
  }

  @Implements(askWhatIfDraft)
  async ofDraft(@Input() { params, query }: InputOf<typeof askWhatIfDraft>, @Leaving() leaving: AbortSignal) {
    const text = await textInLog(this.database.log, params.draftId);
    const rubric = await mustRead(this.threads, text, leaving);
    return this.queries.execute(new AskWhatIf(query.cycleId, rubric, leaving));
  }
}
