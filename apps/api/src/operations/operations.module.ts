import { Module } from '@nestjs/common';
import { ReadHealthHandler } from './health.query.ts';
import { OperationsController } from './operations.controller.ts';

@Module({ controllers: [OperationsController], providers: [ReadHealthHandler] })
export class OperationsModule {}
