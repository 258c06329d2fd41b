import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { UnitRow } from '@mofan/contracts/unit';
import { businessDate } from '@mofan/domain/kernel/business-date';
import type { UnitKind } from '@mofan/domain/unit/messages';
import { representativeOn, type Tenure } from '@mofan/domain/unit/unit';
import type { Database } from '@mofan/store/database';
import type { Caller } from '../platform/caller.ts';
import { DATABASE } from '../platform/database.module.ts';

export class ListUnits extends Query<UnitRow[]> {
  constructor(readonly caller: Caller) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async execute({ caller }: ListUnits): Promise<UnitRow[]> {
    const today = businessDate(Date.now());
    const rows = await this.database.prisma.unit.findMany({
      where: caller.scope('unit.read'),
      orderBy: [{ sequence: 'asc' }, { unitId: 'asc' }],
    });
    return rows.map(({ unitId, name, kind, parentId, branchName, tenures }) => ({
      unitId,
      name,
      kind: kind as UnitKind,
      parentId,
      branchName,
      representedBy: representativeOn({ tenures: tenures as unknown as Tenure[] }, today)?.post ?? null,
    }));
  }
}
