import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  confirmIncident,
  correctIncident,
  listIncidents,
  listIncidentsToConfirm,
  readIncident,
  recordIncident,
  reverseIncident,
  withdrawIncident,
} from '@mofan/contracts/incident';
import type { Request } from '@mofan/store/carry-out';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Recorder } from '../platform/recorder.ts';
import { CommandRequest } from '../platform/request.ts';
import { CarryOutIncident } from './incident.command.ts';
import { ListIncidents } from './list-incidents.query.ts';
import { ReadIncident } from './read-incident.query.ts';

@Controller()
export class IncidentController {
  constructor(
    private readonly queries: QueryBus,
    private readonly recorder: Recorder,
    private readonly readPosition: ReadPosition,
  ) {}

  @Implements(listIncidents)
  async list(@Input() { query }: InputOf<typeof listIncidents>, @CalledBy() caller: Caller) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ListIncidents(query, caller));
  }

  @Implements(listIncidentsToConfirm)
  async listToConfirm(@Input() { query }: InputOf<typeof listIncidentsToConfirm>, @CalledBy() caller: Caller) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ListIncidents({ ...query, status: 'recorded' }, caller));
  }

  @Implements(readIncident)
  async read(@Input() { params, query }: InputOf<typeof readIncident>, @CalledBy() caller: Caller) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ReadIncident(params.incidentId, caller));
  }

  @Implements(recordIncident)
  record(@Input() { body }: InputOf<typeof recordIncident>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutIncident({ type: 'RecordIncident', ...body }, request));
  }

  @Implements(correctIncident)
  correct(@Input() { params, body }: InputOf<typeof correctIncident>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutIncident({ type: 'CorrectIncident', ...params, ...body }, request));
  }

  @Implements(withdrawIncident)
  withdraw(@Input() { params }: InputOf<typeof withdrawIncident>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutIncident({ type: 'WithdrawIncident', ...params }, request));
  }

  @Implements(reverseIncident)
  reverse(@Input() { params, body }: InputOf<typeof reverseIncident>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutIncident({ type: 'ReverseIncident', ...params, ...body }, request));
  }

  @Implements(confirmIncident)
  confirm(@Input() { params }: InputOf<typeof confirmIncident>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutIncident({ type: 'ConfirmIncident', ...params }, request));
  }
}
