import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Overview } from '@mofan/contracts/cycle';
import type { Scorecard } from '@mofan/rubric/scorecard';
import type { Database } from '@mofan/store/database';
import type { RubricVersion } from '@mofan/store/rubric-library';
import { Rubrics } from '@mofan/store/rubrics';
import { readUnitHistory, scorecardOf } from '@mofan/store/unit-history';
import type { Moment } from '../platform/as-of.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';

export class ReadOverview extends Query<Overview> {
  constructor(
    readonly cycleId: string,
    readonly moment: Moment,
  ) {
    super();
  }
}

type Past = NonNullable<Moment['past']> & Pick<Moment, 'asOf'>;

/** Which item of the table a criterion belongs to. */
const itemOfLeaf = ({ compiled }: RubricVersion): ReadonlyMap<string, string> =>
  new Map(compiled.leaves.map(({ id, ancestors }) => [id, ancestors.at(-1)!.id]));

@QueryHandler(ReadOverview)
export class ReadOverviewHandler implements IQueryHandler<ReadOverview> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly directory: Directory,
    private readonly rubrics: Rubrics,
  ) {}

  async execute({ cycleId, moment }: ReadOverview): Promise<Overview> {
    const [cycle, units] = await Promise.all([this.directory.cycle(cycleId), this.directory.units()]);
    const assessed = new Set(cycle.participants);
    const participants = [...units.values()].filter(({ unitId }) => assessed.has(unitId));
    const cards = moment.past
      ? await this.pastCards(cycleId, [...assessed], { asOf: moment.asOf, ...moment.past })
      : await this.presentCards(cycleId);
    const itemOf = itemOfLeaf(await this.rubrics.pinned(cycle.rubric.hash));
    const items = new Set(itemOf.values());
    const returned = moment.past ? new Set<string>() : await this.returnedItems(cycleId, itemOf);
    return {
      asOf: moment.asOf,
      units: participants.map(({ unitId, name, kind }) => ({
        unitId,
        name,
        kind,
        cells: (cards.get(unitId)?.groups ?? [])
          .filter(({ id }) => items.has(id))
          .map(({ id, covered, coverable }) => ({
            itemId: id,
            covered,
            coverable,
            returned: returned.has(`${unitId} ${id}`),
          })),
      })),
    };
  }

  private async presentCards(cycleId: string): Promise<Map<string, Scorecard>> {
    const rows = await this.database.prisma.scorecard.findMany({
      where: { cycleId, audience: 'facts' },
      select: { unitId: true, body: true },
    });
    return new Map(rows.map(({ unitId, body }) => [unitId, body as unknown as Scorecard]));
  }

  /** One unit after the other: a past overview is a rare question and must not crowd out the others. */
  private async pastCards(cycleId: string, unitIds: string[], past: Past): Promise<Map<string, Scorecard>> {
    const { pool, log } = this.database;
    const cards = new Map<string, Scorecard>();
    for (const unitId of unitIds) {
      const history = await readUnitHistory({ models: pool, log }, { cycleId, unitId, ...past });
      cards.set(unitId, scorecardOf(history, 'facts'));
    }
    return cards;
  }

  private async returnedItems(cycleId: string, itemOf: ReadonlyMap<string, string>): Promise<Set<string>> {
    const rows = await this.database.prisma.evidence.findMany({
      where: { cycleId, status: 'returned' },
      select: { unitId: true, criteria: true },
    });
    return new Set(rows.flatMap(({ unitId, criteria }) => criteria.map((id) => `${unitId} ${itemOf.get(id)}`)));
  }
}
