import { Module } from '@nestjs/common';
import { CycleModule } from './cycle/cycle.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { FileModule } from './file/file.module.ts';
import { IncidentModule } from './incident/incident.module.ts';
import { LiveModule } from './live/live.module.ts';
import { NotificationModule } from './notification/notification.module.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { RubricModule } from './rubric/rubric.module.ts';
import { ScorecardModule } from './scorecard/scorecard.module.ts';
import { SessionModule } from './session/session.module.ts';
import { UnitModule } from './unit/unit.module.ts';

@Module({
  imports: [
    PlatformModule,
    SessionModule,
    UnitModule,
    CycleModule,
    RubricModule,
    EvidenceModule,
    IncidentModule,
    ScorecardModule,
    FileModule,
    NotificationModule,
    LiveModule,
    OperationsModule,
  ],
})
export class AppModule {}
