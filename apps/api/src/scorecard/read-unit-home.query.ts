import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { UnitHome } from '@mofan/contracts/scorecard';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { Accounts } from '@mofan/store/account';
import type { Database } from '@mofan/store/database';
import type { RecordedEvent } from '@mofan/store/event-log';
import { amountsOn, chargedCase, chargedHistory } from '../incident/charged-case.ts';
import { DATABASE } from '../platform/database.module.ts';
import { dateText, Directory } from '../platform/directory.ts';

export class ReadUnitHome extends Query<UnitHome> {
  constructor(readonly subject: { cycleId: string; unitId: string }) {
    super();
  }
}

@QueryHandler(ReadUnitHome)
export class ReadUnitHomeHandler implements IQueryHandler<ReadUnitHome> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly directory: Directory,
  ) {}

  async execute({ subject }: ReadUnitHome): Promise<UnitHome> {
    const { cycleId } = await this.directory.participation(subject);
    const { unitId, name, branchName } = await this.directory.unit(subject.unitId);
    const [scorecard, standing, returned, histories] = await Promise.all([
      this.scorecard(subject),
      this.standingRecords(subject),
      this.returned(subject),
      this.chargedHistories(unitId),
    ]);
    const amounts = amountsOn(scorecard?.leaves ?? []);
    return {
      cycleId,
      unit: { unitId, name, branchName },
      returned,
      cases: histories.flatMap((history) => {
        const charged = chargedHistory(history);
        if (charged?.confirmed.cycleId !== cycleId) return [];
        return [chargedCase(charged, amounts.get(charged.confirmed.incidentId))];
      }),
      counts: (scorecard?.leaves ?? []).flatMap(({ id, contributions }) =>
        contributions.flatMap((part) => {
          if (part.kind !== 'count') return [];
          const { metric, count, least, caps, gradeAtMost } = part;
          return [{ leafId: id, metric, count, least, caps, gradeAtMost }];
        }),
      ),
      lastOfKind: lastOfKind(standing),
      sessions: standing.map(({ kind, occurredOn, session }) => ({ kind, occurredOn: dateText(occurredOn), session })),
    };
  }

  private async scorecard({ cycleId, unitId }: ReadUnitHome['subject']) {
    const row = await this.database.prisma.scorecard.findUnique({
      where: { cycleId_unitId_audience: { cycleId, unitId, audience: 'facts' } },
      select: { body: true },
    });
    return row?.body as unknown as Scorecard | undefined;
  }

  /** The latest first. */
  private standingRecords({ cycleId, unitId }: ReadUnitHome['subject']) {
    return this.database.prisma.evidence.findMany({
      where: { cycleId, unitId, status: { in: ['submitted', 'accepted'] } },
      orderBy: [{ occurredOn: 'desc' }, { submittedAt: 'desc' }],
      select: { kind: true, title: true, occurredOn: true, session: true, present: true, due: true },
    });
  }

  private async returned({ cycleId, unitId }: ReadUnitHome['subject']): Promise<UnitHome['returned']> {
    const rows = await this.database.prisma.evidence.findMany({
      where: { cycleId, unitId, status: 'returned' },
      orderBy: { changedAt: 'desc' },
    });
    const nameOf = await this.accounts.namesOf(rows.map(({ changedBy }) => changedBy));
    return rows.map((row) => ({
      evidenceId: row.evidenceId,
      title: row.title,
      kind: row.kind,
      occurredOn: dateText(row.occurredOn),
      reason: row.reason ?? '',
      returnedAt: row.changedAt.toISOString(),
      returnedBy: nameOf(row.changedBy),
    }));
  }

  /** The histories of the unit's cases that have counted at some time, the latest charged first. */
  private async chargedHistories(unitId: string): Promise<RecordedEvent[][]> {
    const rows = await this.database.prisma.incident.findMany({
      where: { unitId, confirmedAt: { not: null } },
      orderBy: { confirmedAt: 'desc' },
      select: { incidentId: true },
    });
    const streams = new Map(rows.map(({ incidentId }) => [`incident-${incidentId}`, [] as RecordedEvent[]]));
    for (const event of await this.database.log.readStreams([...streams.keys()]))
      streams.get(event.stream)!.push(event);
    return [...streams.values()];
  }
}

interface Standing {
  kind: string;
  title: string;
  occurredOn: Date;
  present: number | null;
  due: number | null;
}

const lastOfKind = (standing: readonly Standing[]): UnitHome['lastOfKind'] => {
  const last = new Map<string, Standing>();
  for (const record of standing) if (!last.has(record.kind)) last.set(record.kind, record);
  return [...last.values()].map(({ kind, title, occurredOn, present, due }) => ({
    kind,
    title,
    occurredOn: dateText(occurredOn),
    attendance: present === null || due === null ? null : { present, due },
  }));
};
