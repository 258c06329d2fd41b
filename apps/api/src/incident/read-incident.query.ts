import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { IncidentDetail } from '@mofan/contracts/incident';
import type { Database } from '@mofan/store/database';
import type { Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';
import { Refused } from '../platform/problem.ts';
import { Trails } from '../platform/trail.ts';
import { chargedHistory } from './charged-case.ts';
import { incidentRow } from './incident-row.ts';

export class ReadIncident extends Query<IncidentDetail> {
  constructor(
    readonly incidentId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

@QueryHandler(ReadIncident)
export class ReadIncidentHandler implements IQueryHandler<ReadIncident> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly directory: Directory,
    private readonly trails: Trails,
  ) {}

  async execute({ incidentId, caller }: ReadIncident): Promise<IncidentDetail> {
    const { prisma, log } = this.database;
    const row = await prisma.incident.findFirst({ where: { AND: [{ incidentId }, caller.scope('incident.read')] } });
    if (!row) throw new Refused(404, 'incident.unknown');
    const [unit, cycles, history] = await Promise.all([
      this.directory.unit(row.unitId),
      this.directory.cycles(),
      log.readStream(`incident-${incidentId}`),
    ]);
    const known = { unitName: unit.name, cycles, caller };
    if (caller.reach('incident.read') === 'all') {
      return { ...incidentRow(row, known), trail: await this.trails.of(history) };
    }

    // A unit sees what was charged to it, never what somebody is still preparing, and no reference to a person.
    const charged = chargedHistory(history);
    if (!charged) throw new Refused(404, 'incident.unknown');
    const { personRef: _person, actRef: _act, ...confirmed } = incidentRow(row, known);
    const { category, role, documentNumber, actOn, effectiveOn, learnedOn, cycleId, late } = charged.confirmed;
    return {
      ...confirmed,
      category,
      role,
      documentNumber,
      actOn,
      effectiveOn,
      learnedOn,
      cycleId,
      late,
      status: charged.reversed ? 'reversed' : 'confirmed',
      changedAt: charged.events.at(-1)!.recordedAt,
      trail: await this.trails.of(charged.events),
    };
  }
}
