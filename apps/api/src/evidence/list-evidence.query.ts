import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EvidenceRow, listEvidence } from '@mofan/contracts/evidence';
import type { Database, Prisma } from '@mofan/store/database';
import type { Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';
import type { InputOf } from '../platform/implements.ts';
import { literally } from '../platform/search.ts';
import { evidenceRow } from './evidence-row.ts';

type Asked = InputOf<typeof listEvidence>['query'];

export class ListEvidence extends Query<{ rows: EvidenceRow[]; total: number }> {
  constructor(
    readonly asked: Asked,
    readonly caller: Caller,
  ) {
    super();
  }
}

@QueryHandler(ListEvidence)
export class ListEvidenceHandler implements IQueryHandler<ListEvidence> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async execute({ asked, caller }: ListEvidence) {
    const where = conditionsOf(asked, caller);
    const { prisma } = this.database;
    const [rows, total, units] = await Promise.all([
      prisma.evidence.findMany({
        where,
        orderBy: [{ occurredOn: 'desc' }, { evidenceId: 'asc' }],
        skip: (asked.page - 1) * asked.size,
        take: asked.size,
      }),
      prisma.evidence.count({ where }),
      this.directory.units(),
    ]);
    return { rows: rows.map((row) => evidenceRow(row, units.get(row.unitId)?.name ?? row.unitId)), total };
  }
}

/** The filters that were given, and the caller's scope over them all. */
const conditionsOf = (asked: Asked, caller: Caller): Prisma.EvidenceWhereInput => ({
  AND: [
    caller.scope('evidence.read'),
    { cycleId: asked.cycleId },
    asked.unitId ? { unitId: asked.unitId } : {},
    asked.status ? { status: asked.status } : {},
    asked.kind ? { kind: asked.kind } : {},
    asked.criterion ? { criteria: { has: asked.criterion } } : {},
    asked.search ? { title: { contains: literally(asked.search), mode: 'insensitive' } } : {},
  ],
});
