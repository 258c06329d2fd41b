import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RubricRow } from '@mofan/contracts/rubric';
import { Rubrics, type ListedRubric } from '@mofan/store/rubrics';
import { Directory, type KnownCycle } from '../platform/directory.ts';

export class ListRubrics extends Query<RubricRow[]> {}

@QueryHandler(ListRubrics)
export class ListRubricsHandler implements IQueryHandler<ListRubrics> {
  constructor(
    private readonly rubrics: Rubrics,
    private readonly directory: Directory,
  ) {}

  async execute(): Promise<RubricRow[]> {
    const [listed, cycles] = await Promise.all([this.rubrics.list(), this.directory.cycles()]);
    const shown = listed.filter((each, n) => !isOlderWriting(each, listed.slice(0, n)) || isPinned(each, cycles));
    return Promise.all(shown.map((each) => this.row(each, cycles)));
  }

  private async row({ hash, publishedOn }: ListedRubric, cycles: Cycles): Promise<RubricRow> {
    const { compiled } = await this.rubrics.pinned(hash);
    const { id, version, title } = compiled.published;
    return {
      hash,
      id,
      version,
      title,
      criteria: compiled.leaves.length,
      points: compiled.total.pointsText,
      publishedOn,
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
