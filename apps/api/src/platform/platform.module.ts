import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { DatabaseModule } from './database.module.ts';
import { Directory } from './directory.ts';
import { PolicyGuard } from './policy.guard.ts';
import { ProblemFilter } from './problem.filter.ts';
import { ReadPosition } from './read-position.ts';
import { Recorder } from './recorder.ts';
import { Trails } from './trail.ts';

/** What every feature uses and none owns. */
@Global()
@Module({
  imports: [CqrsModule.forRoot(), DatabaseModule],
  providers: [
    ReadPosition,
    Recorder,
    Directory,
    Trails,
    { provide: APP_GUARD, useClass: PolicyGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [CqrsModule, ReadPosition, Recorder, Directory, Trails],
})
export class PlatformModule {}
