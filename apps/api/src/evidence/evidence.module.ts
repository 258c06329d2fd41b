import { Module } from '@nestjs/common';
import { CarryOutEvidenceHandler } from './evidence.command.ts';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceScope } from './evidence-scope.ts';
import { ListEvidenceHandler } from './list-evidence.query.ts';
import { ReadEvidenceHandler } from './read-evidence.query.ts';

@Module({
  controllers: [EvidenceController],
  providers: [CarryOutEvidenceHandler, EvidenceScope, ListEvidenceHandler, ReadEvidenceHandler],
})
export class EvidenceModule {}
