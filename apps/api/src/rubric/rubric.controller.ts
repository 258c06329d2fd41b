import { Controller, Inject } from '@nestjs/common';
import { listFindings, readRubric, signRulings } from '@mofan/contracts/rubric';
import { Accounts } from '@mofan/store/account';
import type { Request } from '@mofan/store/carry-out';
import type { Database } from '@mofan/store/database';
import { rubricLibrary, type RubricVersion } from '@mofan/store/rubric-library';
import { DATABASE } from '../platform/database.module.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { Refused } from '../platform/problem.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Recorder } from '../platform/recorder.ts';
import { CommandRequest } from '../platform/request.ts';
import { findingsOf } from './findings.ts';
import { CarryOutRuling } from './ruling.command.ts';
import { signaturesOf } from './signatures.ts';

@Controller()
export class RubricController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly recorder: Recorder,
    private readonly readPosition: ReadPosition,
  ) {}

  @Implements(readRubric)
  async read(@Input() { params: { hash }, query }: InputOf<typeof readRubric>) {
    await this.readPosition.caughtUp(query.after);
    const version = carried(hash);
    const signatures = await signaturesOf(this.database, this.accounts, hash);
    return {
      hash,
      rubric: version.compiled.published,
      signed: [...signatures].map(([id, { on, by }]) => ({ id, signedOn: on, signedBy: by })),
    };
  }

  @Implements(listFindings)
  async findings(@Input() { params: { hash }, query }: InputOf<typeof listFindings>) {
    await this.readPosition.caughtUp(query.after);
    const version = carried(hash);
    const signatures = await signaturesOf(this.database, this.accounts, hash);
    return findingsOf(version, [...signatures.keys()]);
  }

  @Implements(signRulings)
  sign(@Input() { params, body }: InputOf<typeof signRulings>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutRuling({ type: 'SignRulings', rubricHash: params.hash, ...body }, request));
  }
}

const carried = (hash: string): RubricVersion => {
  const version = rubricLibrary.get(hash);
  if (!version) throw new Refused(404, 'rubric.unknown');
  return version;
};
