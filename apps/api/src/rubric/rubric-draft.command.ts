import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RubricDraftCommand } from '@mofan/domain/rubric-draft/messages';
import type { Commands } from '@mofan/store/commands';
import { AggregateCommand } from '../platform/command.ts';
import { COMMANDS } from '../platform/database.module.ts';

export class CarryOutRubricDraft extends AggregateCommand<RubricDraftCommand> {}

@CommandHandler(CarryOutRubricDraft)
export class CarryOutRubricDraftHandler implements ICommandHandler<CarryOutRubricDraft> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ command, request }: CarryOutRubricDraft) {
    return this.commands.rubricDraft(command, request);
  }
}
