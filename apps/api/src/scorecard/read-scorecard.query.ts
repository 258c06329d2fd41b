import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { UnitScorecard } from '@mofan/contracts/scorecard';
import type { Audience, Scorecard } from '@mofan/rubric/scorecard';
import type { Database } from '@mofan/store/database';
import { readUnitHistory, scorecardOf } from '@mofan/store/unit-history';
import type { Moment } from '../platform/as-of.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';

export class ReadScorecard extends Query<UnitScorecard> {
  constructor(
    readonly subject: { cycleId: string; unitId: string },
    readonly moment: Moment,
    readonly audience: Audience,
  ) {
    super();
  }
}

@QueryHandler(ReadScorecard)
export class ReadScorecardHandler implements IQueryHandler<ReadScorecard> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async execute({ subject, moment, audience }: ReadScorecard): Promise<UnitScorecard> {
    const cycle = await this.directory.participation(subject);
    const { unitId, name, branchName } = await this.directory.unit(subject.unitId);
    const card =
      (moment.past ? undefined : await this.kept(subject, audience)) ??
      (await this.computed(subject, moment, audience));
    return {
      cycleId: cycle.cycleId,
      unit: { unitId, name, branchName },
      rubricHash: cycle.rubric.hash,
      asOf: moment.asOf,
      ...card,
    };
  }

  /** The present one, as the worker left it. */
  private async kept({ cycleId, unitId }: ReadScorecard['subject'], audience: Audience) {
    const row = await this.database.prisma.scorecard.findUnique({
      where: { cycleId_unitId_audience: { cycleId, unitId, audience } },
      select: { body: true, factsAt: true },
    });
    return row && { factsAt: row.factsAt?.toISOString() ?? null, scorecard: row.body as unknown as Scorecard };
  }

  /** A past one, or a unit's first that the worker has not come to yet: the same fold and the same scorer. */
  private async computed(subject: ReadScorecard['subject'], { asOf, past }: Moment, audience: Audience) {
    const { pool, log } = this.database;
    const history = await readUnitHistory({ models: pool, log }, { ...subject, asOf, ...past });
    return { factsAt: history.factsAt, scorecard: scorecardOf(history, audience) };
  }
}
