import { Module } from '@nestjs/common';
import { CarryOutCycleHandler } from './cycle.command.ts';
import { CycleController } from './cycle.controller.ts';
import { ReadOverviewHandler } from './read-overview.query.ts';

@Module({ controllers: [CycleController], providers: [CarryOutCycleHandler, ReadOverviewHandler] })
export class CycleModule {}
