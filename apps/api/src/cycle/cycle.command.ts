import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CycleCommand } from '@mofan/domain/cycle/messages';
import type { Commands } from '@mofan/store/commands';
import { AggregateCommand } from '../platform/command.ts';
import { COMMANDS } from '../platform/database.module.ts';

export class CarryOutCycle extends AggregateCommand<CycleCommand> {}

@CommandHandler(CarryOutCycle)
export class CarryOutCycleHandler implements ICommandHandler<CarryOutCycle> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ command, request }: CarryOutCycle) {
    return this.commands.cycle(command, request);
  }
}
