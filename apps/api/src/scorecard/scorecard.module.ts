import { Module } from '@nestjs/common';
import { ReadLineSourceHandler } from './read-line-source.query.ts';
import { ReadScorecardHandler } from './read-scorecard.query.ts';
import { ReadUnitHomeHandler } from './read-unit-home.query.ts';
import { ScorecardController } from './scorecard.controller.ts';
import { SourceRecords } from './source-records.ts';

@Module({
  controllers: [ScorecardController],
  providers: [ReadLineSourceHandler, ReadScorecardHandler, ReadUnitHomeHandler, SourceRecords],
})
export class ScorecardModule {}
