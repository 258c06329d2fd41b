import { Module } from '@nestjs/common';
import { ReadLeafSourceHandler } from './read-leaf-source.query.ts';
import { ReadScorecardHandler } from './read-scorecard.query.ts';
import { ReadUnitHomeHandler } from './read-unit-home.query.ts';
import { ScorecardController } from './scorecard.controller.ts';
import { SourceRecords } from './source-records.ts';

@Module({
  controllers: [ScorecardController],
  providers: [ReadLeafSourceHandler, ReadScorecardHandler, ReadUnitHomeHandler, SourceRecords],
})
export class ScorecardModule {}
