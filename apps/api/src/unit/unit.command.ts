import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { UnitCommand } from '@mofan/domain/unit/messages';
import type { Commands } from '@mofan/store/commands';
import { AggregateCommand } from '../platform/command.ts';
import { COMMANDS } from '../platform/database.module.ts';

export class CarryOutUnit extends AggregateCommand<UnitCommand> {}

@CommandHandler(CarryOutUnit)
export class CarryOutUnitHandler implements ICommandHandler<CarryOutUnit> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ command, request }: CarryOutUnit) {
    return this.commands.unit(command, request);
  }
}
