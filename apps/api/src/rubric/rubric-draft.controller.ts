import { Controller, Inject, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Role } from '@mofan/contracts/access';
import {
  discardRubricDraft,
  draftRubric,
  importRubric,
  listRubricDrafts,
  publishRubric,
  readRubricDraft,
  reviseRubric,
  signDraftRulings,
} from '@mofan/contracts/rubric-draft';
import type { RubricDraftCommand } from '@mofan/domain/rubric-draft/messages';
import { Accounts } from '@mofan/store/account';
import type { Request } from '@mofan/store/carry-out';
import type { Database } from '@mofan/store/database';
import { Rubrics } from '@mofan/store/rubrics';
import type { FastifyRequest } from 'fastify';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { Refused } from '../platform/problem.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Recorder } from '../platform/recorder.ts';
import { CommandRequest } from '../platform/request.ts';
import { CheckThreads } from './check/check-threads.ts';
import { Leaving } from './check/leaving.ts';
import { mustJudge, mustRead } from './check/must-read.ts';
import { draftOfVersion } from './draft-of-version.ts';
import { importFile } from './import-file.ts';
import { ReadRubricDraft } from './read-rubric-draft.query.ts';
import { draftRow } from './rubric-draft-row.ts';
import { CarryOutRubricDraft } from './rubric-draft.command.ts';
import { textInLog } from './text-in-log.ts';
import { uploadedFile } from './uploaded-file.ts';

/** In whose name a role signs. What is published names offices, never accounts. */
const OFFICES: Partial<Record<Role, string>> = { chair: '机关党委' };

@Controller()
export class RubricDraftController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly accounts: Accounts,
    private readonly rubrics: Rubrics,
    private readonly recorder: Recorder,
    private readonly readPosition: ReadPosition,
    private readonly threads: CheckThreads,
  ) {}

  @Implements(listRubricDrafts)
  async list(@Input() { query }: InputOf<typeof listRubricDrafts>) {
    await this.readPosition.caughtUp(query.after);
    const rows = await this.database.prisma.rubricDraft.findMany({
      omit: { text: true, signatures: true },
      orderBy: { changedAt: 'desc' },
      take: 200,
    });
    const nameOf = await this.accounts.namesOf(rows.map(({ changedBy }) => changedBy));
    return rows.map((row) => draftRow(row, nameOf));
  }

  @Implements(readRubricDraft)
  async read(@Input() { params, query }: InputOf<typeof readRubricDraft>, @Leaving() leaving: AbortSignal) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ReadRubricDraft(params.draftId, leaving));
  }

  @Implements(draftRubric)
  async draft(
    @Input() { body }: InputOf<typeof draftRubric>,
    @CommandRequest() request: Request,
    @Leaving() leaving: AbortSignal,
  ) {
    const base = await this.rubrics.find(body.basedOn);
    if (!base) throw new Refused(404, 'rubric.unknown');
    const text = draftOfVersion(base.compiled.published, await this.rubrics.list());
    const content = await mustRead(this.threads, text, leaving);
    return this.record({ type: 'DraftRubric', ...body, origin: 'copy', text, content }, request);
  }

  @Implements(importRubric)
  async import(
    @Input() { params: { draftId } }: InputOf<typeof importRubric>,
    @CommandRequest() request: Request,
    @Req() raw: FastifyRequest,
    @Leaving() leaving: AbortSignal,
  ) {
    const { text, report } = await importFile(await uploadedFile(raw), draftId);
    const content = await mustRead(this.threads, text, leaving);
    const recorded = await this.record(
      { type: 'DraftRubric', draftId, basedOn: null, origin: 'import', text, content },
      request,
    );
    return { ...recorded, report };
  }

  @Implements(reviseRubric)
  async revise(
    @Input() { params, body }: InputOf<typeof reviseRubric>,
    @CommandRequest() request: Request,
    @Leaving() leaving: AbortSignal,
  ) {
    const content = await mustRead(this.threads, body.text, leaving);
    return this.record({ type: 'ReviseRubric', ...params, ...body, content }, request);
  }

  @Implements(signDraftRulings)
  sign(
    @Input() { params, body }: InputOf<typeof signDraftRulings>,
    @CommandRequest() request: Request,
    @CalledBy() caller: Caller,
  ) {
    const office = OFFICES[caller.role];
    if (!office) throw new Refused(403, 'access.denied');
    return this.record({ type: 'SignDraftRulings', ...params, ...body, office }, request);
  }

  /** What is published is read from the log: the lists may lag, and nobody publishes a text that has moved on. */
  @Implements(publishRubric)
  async publish(
    @Input() { params, body }: InputOf<typeof publishRubric>,
    @CommandRequest() request: Request,
    @Leaving() leaving: AbortSignal,
  ) {
    const text = await textInLog(this.database.log, params.draftId);
    const { rubric: content, contradictions } = await mustJudge(this.threads, text, leaving);
    return this.record({ type: 'PublishRubric', ...params, ...body, content, contradictions }, request);
  }

  @Implements(discardRubricDraft)
  discard(@Input() { params }: InputOf<typeof discardRubricDraft>, @CommandRequest() request: Request) {
    return this.record({ type: 'DiscardRubricDraft', ...params }, request);
  }

  private record(command: RubricDraftCommand, request: Request) {
    return this.recorder.record(new CarryOutRubricDraft(command, request));
  }
}
