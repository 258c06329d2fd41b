import { Module } from '@nestjs/common';
import { RubricController } from './rubric.controller.ts';
import { CarryOutRulingHandler } from './ruling.command.ts';

@Module({ controllers: [RubricController], providers: [CarryOutRulingHandler] })
export class RubricModule {}
