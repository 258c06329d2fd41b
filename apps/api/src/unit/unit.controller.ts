import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { appointToPost, establishBranch, foundUnit, listUnits, vacatePost } from '@mofan/contracts/unit';
import type { Request } from '@mofan/store/carry-out';
import { CalledBy, type Caller } from '../platform/caller.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Recorder } from '../platform/recorder.ts';
import { CommandRequest } from '../platform/request.ts';
import { ListUnits } from './list-units.query.ts';
import { CarryOutUnit } from './unit.command.ts';

@Controller()
export class UnitController {
  constructor(
    private readonly queries: QueryBus,
    private readonly recorder: Recorder,
    private readonly readPosition: ReadPosition,
  ) {}

  @Implements(listUnits)
  async list(@Input() { query }: InputOf<typeof listUnits>, @CalledBy() caller: Caller) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ListUnits(caller));
  }

  @Implements(foundUnit)
  found(@Input() { body }: InputOf<typeof foundUnit>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutUnit({ type: 'FoundUnit', ...body }, request));
  }

  @Implements(establishBranch)
  establishBranch(@Input() { params, body }: InputOf<typeof establishBranch>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutUnit({ type: 'EstablishBranch', ...params, ...body }, request));
  }

  @Implements(appointToPost)
  appoint(@Input() { params, body }: InputOf<typeof appointToPost>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutUnit({ type: 'AppointToPost', ...params, ...body }, request));
  }

  @Implements(vacatePost)
  vacate(@Input() { params, body }: InputOf<typeof vacatePost>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutUnit({ type: 'VacatePost', ...params, ...body }, request));
  }
}
