import { Module } from '@nestjs/common';
import { CheckThreads } from './check/check-threads.ts';
import { ListRubricsHandler } from './list-rubrics.query.ts';
import { ReadRubricDraftHandler } from './read-rubric-draft.query.ts';
import { CarryOutRubricDraftHandler } from './rubric-draft.command.ts';
import { RubricDraftController } from './rubric-draft.controller.ts';
import { RubricController } from './rubric.controller.ts';
import { CarryOutRulingHandler } from './ruling.command.ts';
import { WhatIfController } from './what-if.controller.ts';
import { AskWhatIfHandler } from './what-if.query.ts';

@Module({
  controllers: [RubricController, RubricDraftController, WhatIfController],
  providers: [
    CheckThreads,
    CarryOutRulingHandler,
    CarryOutRubricDraftHandler,
    ListRubricsHandler,
    ReadRubricDraftHandler,
    AskWhatIfHandler,
  ],
})
export class RubricModule {}
