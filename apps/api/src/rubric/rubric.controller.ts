import { Controller, Inject, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  downloadRubric,
  downloadTemplate,
  listBands,
  listFindings,
  listRubrics,
  readRubric,
  signRulings,
} from '@mofan/contracts/rubric';
import { Accounts } from '@mofan/store/account';
import type { Request } from '@mofan/store/carry-out';
import type { Database } from '@mofan/store/database';
import type { RubricVersion } from '@mofan/store/rubric-library';
import { Rubrics } from '@mofan/store/rubrics';
import type { FastifyReply } from 'fastify';
import { DATABASE } from '../platform/database.module.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { Refused } from '../platform/problem.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Recorder } from '../platform/recorder.ts';
import { CommandRequest } from '../platform/request.ts';
import { emptyTemplate, exportRubric, sendDownload } from './export-file.ts';
import { findingsOf } from './findings.ts';
import { ListRubrics } from './list-rubrics.query.ts';
import { CarryOutRuling } from './ruling.command.ts';
import { scaleBandsOf } from './scale-bands.ts';
import { signaturesOf } from './signatures.ts';

@Controller()
export class RubricController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly accounts: Accounts,
    private readonly rubrics: Rubrics,
    private readonly recorder: Recorder,
    private readonly readPosition: ReadPosition,
  ) {}

  @Implements(listRubrics)
  async list(@Input() { query }: InputOf<typeof listRubrics>) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ListRubrics());
  }

  @Implements(readRubric)
  async read(@Input() { params: { hash }, query }: InputOf<typeof readRubric>) {
    await this.readPosition.caughtUp(query.after);
    const version = await this.known(hash);
    const signatures = await signaturesOf(this.database, this.accounts, version);
    return {
      hash,
      rubric: version.compiled.published,
      signed: [...signatures].map(([id, { on, by }]) => ({ id, signedOn: on, signedBy: by })),
    };
  }

  @Implements(listFindings)
  async findings(@Input() { params: { hash }, query }: InputOf<typeof listFindings>) {
    await this.readPosition.caughtUp(query.after);
    const version = await this.known(hash);
    const signatures = await signaturesOf(this.database, this.accounts, version);
    return findingsOf(version, [...signatures.keys()]);
  }

  @Implements(listBands)
  async bands(@Input() { params }: InputOf<typeof listBands>) {
    return scaleBandsOf((await this.known(params.hash)).compiled.published);
  }

  @Implements(downloadRubric)
  async download(@Input() { params, query }: InputOf<typeof downloadRubric>, @Res() reply: FastifyReply) {
    await sendDownload(reply, await exportRubric(await this.known(params.hash), query.format));
  }

  @Implements(downloadTemplate)
  async template(@Res() reply: FastifyReply) {
    await sendDownload(reply, await emptyTemplate());
  }

  @Implements(signRulings)
  sign(@Input() { params, body }: InputOf<typeof signRulings>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutRuling({ type: 'SignRulings', rubricHash: params.hash, ...body }, request));
  }

  private async known(hash: string): Promise<RubricVersion> {
    const version = await this.rubrics.find(hash);
    if (!version) throw new Refused(404, 'rubric.unknown');
    return version;
  }
}
