import { Module } from '@nestjs/common';
import { CarryOutIncidentHandler } from './incident.command.ts';
import { IncidentController } from './incident.controller.ts';
import { ListIncidentsHandler } from './list-incidents.query.ts';
import { ReadIncidentHandler } from './read-incident.query.ts';

@Module({
  controllers: [IncidentController],
  providers: [CarryOutIncidentHandler, ListIncidentsHandler, ReadIncidentHandler],
})
export class IncidentModule {}
