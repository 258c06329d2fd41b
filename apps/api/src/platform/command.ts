import { Command } from '@nestjs/cqrs';
import type { Request } from '@mofan/store/carry-out';
import type { Place } from '@mofan/store/event-log';

/** A command of one aggregate on its way to `carryOut`: the bus routes by the class, the union lives inside. */
export abstract class AggregateCommand<DomainCommand> extends Command<Place> {
  constructor(
    readonly command: DomainCommand,
    readonly request: Request,
  ) {
    super();
  }
}
