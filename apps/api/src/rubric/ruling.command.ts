import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RulingCommand } from '@mofan/domain/ruling/messages';
import type { Commands } from '@mofan/store/commands';
import { AggregateCommand } from '../platform/command.ts';
import { COMMANDS } from '../platform/database.module.ts';

export class CarryOutRuling extends AggregateCommand<RulingCommand> {}

@CommandHandler(CarryOutRuling)
export class CarryOutRulingHandler implements ICommandHandler<CarryOutRuling> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ command, request }: CarryOutRuling) {
    return this.commands.ruling(command, request);
  }
}
