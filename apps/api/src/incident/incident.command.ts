import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { IncidentCommand } from '@mofan/domain/incident/messages';
import type { Commands } from '@mofan/store/commands';
import { AggregateCommand } from '../platform/command.ts';
import { COMMANDS } from '../platform/database.module.ts';

export class CarryOutIncident extends AggregateCommand<IncidentCommand> {}

@CommandHandler(CarryOutIncident)
export class CarryOutIncidentHandler implements ICommandHandler<CarryOutIncident> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ command, request }: CarryOutIncident) {
    return this.commands.incident(command, request);
  }
}
