import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RubricRow } from '@mofan/contracts/rubric';
import type { Database } from '@mofan/store/database';
import { Rubrics, type ListedRubric } from '@mofan/store/rubrics';
import { DATABASE } from '../platform/database.module.ts';
import { Directory, type KnownCycle } from '../platform/directory.ts';

export class ListRubrics extends Query<RubricRow[]> {}

@QueryHandler(ListRubrics)
export class ListRubricsHandler implements IQueryHandler<ListRubrics> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly rubrics: Rubrics,
    private readonly directory: Directory,
  ) {}

  async execute(): Promise<RubricRow[]> {
    const [listed, cycles, signed] = await Promise.all([
      this.rubrics.list(),
      this.directory.cycles(),
      this.signedSince(),
    ]);
    const shown = listed.filter((each, n) => !isOlderWriting(each, listed.slice(0, n)) || isPinned(each, cycles));
    return Promise.all(shown.map((each) => this.row(each, cycles, signed.get(each.hash))));
  }

  /** By hash, the rulings that were signed after the version was there. */
  private async signedSince(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await this.database.prisma.signedRulings.findMany({ select: { rubricHash: true, rulings: true } });
    const idsIn = (rulings: unknown) => new Set((rulings as { id: string }[]).map(({ id }) => id));
    return new Map(rows.map(({ rubricHash, rulings }) => [rubricHash, idsIn(rulings)]));
  }

  private async row(
    { hash, publishedOn }: ListedRubric,
    cycles: Cycles,
    since?: ReadonlySet<string>,
  ): Promise<RubricRow> {
    const { compiled } = await this.rubrics.pinned(hash);
    const { id, version, title, rulings } = compiled.published;
    return {
      hash,
      id,
      version,
      title,
      criteria: compiled.leaves.length,
      points: compiled.total.pointsText,
      publishedOn,
      openRulings: rulings.items.filter((ruling) => !ruling.signed && !since?.has(ruling.id)).length,
      cycles: [...cycles.values()]
        .filter(({ rubric }) => rubric.hash === hash)
        .map(({ cycleId, year }) => ({ cycleId, year })),
    };
  }
}

type Cycles = ReadonlyMap<string, KnownCycle>;

/** One table in an earlier schema: the same to everybody but to the year that pinned it. */
const isOlderWriting = ({ id, version }: ListedRubric, newer: readonly ListedRubric[]): boolean =>
  newer.some((each) => each.id === id && each.version === version);

const isPinned = ({ hash }: ListedRubric, cycles: Cycles): boolean =>
  [...cycles.values()].some(({ rubric }) => rubric.hash === hash);
