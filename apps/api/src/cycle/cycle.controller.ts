import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { admitParticipant, advanceStage, listCycles, openCycle, readOverview } from '@mofan/contracts/cycle';
import type { Request } from '@mofan/store/carry-out';
import { momentOf } from '../platform/as-of.ts';
import { Directory } from '../platform/directory.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { ReadPosition } from '../platform/read-position.ts';
import { Recorder } from '../platform/recorder.ts';
import { CommandRequest } from '../platform/request.ts';
import { CarryOutCycle } from './cycle.command.ts';
import { ReadOverview } from './read-overview.query.ts';

@Controller()
export class CycleController {
  constructor(
    private readonly queries: QueryBus,
    private readonly recorder: Recorder,
    private readonly directory: Directory,
    private readonly readPosition: ReadPosition,
  ) {}

  @Implements(listCycles)
  async list(@Input() { query }: InputOf<typeof listCycles>) {
    await this.readPosition.caughtUp(query.after);
    const cycles = await this.directory.cycles();
    return [...cycles.values()].map(({ participants: _, ...cycle }) => cycle);
  }

  @Implements(openCycle)
  open(@Input() { body }: InputOf<typeof openCycle>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutCycle({ type: 'OpenCycle', ...body }, request));
  }

  @Implements(admitParticipant)
  admit(@Input() { params, body }: InputOf<typeof admitParticipant>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutCycle({ type: 'AdmitParticipant', ...params, ...body }, request));
  }

  @Implements(advanceStage)
  advance(@Input() { params, body }: InputOf<typeof advanceStage>, @CommandRequest() request: Request) {
    return this.recorder.record(new CarryOutCycle({ type: 'AdvanceStage', ...params, ...body }, request));
  }

  @Implements(readOverview)
  async overview(@Input() { params, query }: InputOf<typeof readOverview>) {
    await this.readPosition.caughtUp(query.after);
    return this.queries.execute(new ReadOverview(params.cycleId, momentOf(query.asOf)));
  }
}
