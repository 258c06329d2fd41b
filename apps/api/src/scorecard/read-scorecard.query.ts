import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { UnitScorecard } from '@mofan/contracts/scorecard';
import type { Audience } from '@mofan/rubric/scorecard';
import type { Database } from '@mofan/store/database';
import { readUnitHistory, scorecardOf } from '@mofan/store/unit-history';
import type { Moment } from '../platform/as-of.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';
import { written } from '../platform/written.ts';

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
    const frame = {
      cycleId: cycle.cycleId,
      unit: { unitId, name, branchName },
      rubricHash: cycle.rubric.hash,
      asOf: moment.asOf,
    };
    const kept = moment.past ? undefined : await this.kept(subject, audience);
    if (kept) return written<UnitScorecard>({ ...frame, factsAt: kept.factsAt }, 'scorecard', kept.text);
    return { ...frame, ...(await this.computed(subject, moment, audience)) };
  }

  /** The present one, as the worker left it. It is passed on as the text that it is: nobody here reads its figures. */
  private async kept({ cycleId, unitId }: ReadScorecard['subject'], audience: Audience) {
    const { rows } = await this.database.pool.query<{ text: string; facts_at: Date | null }>({
      name: 'scorecard-of-unit',
      text: 'select body::text as text, facts_at from scorecard where cycle_id = $1 and unit_id = $2 and audience = $3',
      values: [cycleId, unitId, audience],
    });
    const [row] = rows;
    return row && { factsAt: row.facts_at?.toISOString() ?? null, text: row.text };
  }

  /** A past one, or a unit's first that the worker has not come to yet: the same fold and the same scorer. */
  private async computed(subject: ReadScorecard['subject'], { asOf, past }: Moment, audience: Audience) {
    const { pool, log } = this.database;
    const history = await readUnitHistory({ models: pool, log }, { ...subject, asOf, ...past });
    return { factsAt: history.factsAt, scorecard: scorecardOf(history, audience) };
  }
}
