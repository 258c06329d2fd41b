import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  acceptEvidence,
  listEvidence,
  readEvidence,
  resubmitEvidence,
  returnEvidence,
  submitEvidence,
  withdrawEvidence,
} from '@mofan/contracts/evidence';
import type { Request } from '@mofan/store/carry-out';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Recorder } from '../platform/recorder.ts';
import { CommandRequest } from '../platform/request.ts';
import { CarryOutEvidence } from './evidence.command.ts';
import { EvidenceScope } from './evidence-scope.ts';
import { ListEvidence } from './list-evidence.query.ts';
import { ReadEvidence } from './read-evidence.query.ts';

@Controller()
export class EvidenceController {
  constructor(
    private readonly queries: QueryBus,
    private readonly recorder: Recorder,
    private readonly readPosition: ReadPosition,
    private readonly scope: EvidenceScope,
  ) {}

  @Implements(listEvidence)
  async list(@Input() { query }: InputOf<typeof listEvidence>, @CalledBy() caller: Caller) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ListEvidence(query, caller));
  }

  @Implements(readEvidence)
  async read(@Input() { params, query }: InputOf<typeof readEvidence>, @CalledBy() caller: Caller) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ReadEvidence(params.evidenceId, caller));
  }

  @Implements(submitEvidence)
  async submit(@Input() { body }: InputOf<typeof submitEvidence>, @CommandRequest() request: Request) {
    await this.scope.mustOwn(body.unitId, body.attachments);
    return this.recorder.record(new CarryOutEvidence({ type: 'SubmitEvidence', ...body }, request));
  }

  @Implements(resubmitEvidence)
  async resubmit(
    @Input() { params, body }: InputOf<typeof resubmitEvidence>,
    @CalledBy() caller: Caller,
    @CommandRequest() request: Request,
  ) {
    const unitId = await this.scope.unitOf(params.evidenceId, caller, 'evidence.submit');
    await this.scope.mustOwn(unitId, body.attachments);
    return this.recorder.record(new CarryOutEvidence({ type: 'ResubmitEvidence', ...params, ...body }, request));
  }

  @Implements(withdrawEvidence)
  async withdraw(
    @Input() { params, body }: InputOf<typeof withdrawEvidence>,
    @CalledBy() caller: Caller,
    @CommandRequest() request: Request,
  ) {
    await this.scope.unitOf(params.evidenceId, caller, 'evidence.submit');
    return this.recorder.record(new CarryOutEvidence({ type: 'WithdrawEvidence', ...params, ...body }, request));
  }

  @Implements(returnEvidence)
  return(@Input() { params, body }: InputOf<typeof returnEvidence>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutEvidence({ type: 'ReturnEvidence', ...params, ...body }, request));
  }

  @Implements(acceptEvidence)
  accept(@Input() { params }: InputOf<typeof acceptEvidence>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutEvidence({ type: 'AcceptEvidence', ...params }, request));
  }
}
