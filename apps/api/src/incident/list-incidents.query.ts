import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { IncidentRow, listIncidents } from '@mofan/contracts/incident';
import type { Database, Prisma } from '@mofan/store/database';
import type { Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';
import type { InputOf } from '../platform/implements.ts';
import { literally } from '../platform/search.ts';
import { incidentRow } from './incident-row.ts';

type Asked = Omit<InputOf<typeof listIncidents>['query'], 'after'>;

export class ListIncidents extends Query<{ rows: IncidentRow[]; total: number }> {
  constructor(
    readonly asked: Asked,
    readonly caller: Caller,
  ) {
    super();
  }
}

@QueryHandler(ListIncidents)
export class ListIncidentsHandler implements IQueryHandler<ListIncidents> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async execute({ asked, caller }: ListIncidents) {
    const where = conditionsOf(asked, caller);
    const { prisma } = this.database;
    const [rows, total, units, cycles] = await Promise.all([
      prisma.incident.findMany({
        where,
        orderBy: [{ changedAt: 'desc' }, { incidentId: 'asc' }],
        skip: (asked.page - 1) * asked.size,
        take: asked.size,
      }),
      prisma.incident.count({ where }),
      this.directory.units(),
      this.directory.cycles(),
    ]);
    const nameOf = (unitId: string) => units.get(unitId)?.name ?? unitId;
    return { rows: rows.map((row) => incidentRow(row, { unitName: nameOf(row.unitId), cycles, caller })), total };
  }
}

const conditionsOf = (asked: Asked, caller: Caller): Prisma.IncidentWhereInput => ({
  AND: [
    caller.scope('incident.read'),
    asked.unitId ? { unitId: asked.unitId } : {},
    asked.status ? { status: asked.status } : {},
    asked.category ? { category: asked.category } : {},
    asked.search ? { documentNumber: { contains: literally(asked.search) } } : {},
  ],
});
