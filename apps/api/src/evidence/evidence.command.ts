import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EvidenceCommand } from '@mofan/domain/evidence/messages';
import type { Commands } from '@mofan/store/commands';
import { AggregateCommand } from '../platform/command.ts';
import { COMMANDS } from '../platform/database.module.ts';

export class CarryOutEvidence extends AggregateCommand<EvidenceCommand> {}

@CommandHandler(CarryOutEvidence)
export class CarryOutEvidenceHandler implements ICommandHandler<CarryOutEvidence> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ command, request }: CarryOutEvidence) {
    return this.commands.evidence(command, request);
  }
}
