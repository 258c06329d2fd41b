import { rubricLibrary } from '@mofan/store/rubric-library';
import type { CriteriaOfKind } from './organisational-life.ts';
import type { PinnedRubric } from './setup.ts';

const RUBRIC_ID = 'yueqing-2020';

/** The table of 2020 as the demonstration's year pins it, and the criteria that each of its kinds counts for. */
export const demonstrationRubric = (): { rubric: PinnedRubric; criteriaOf: CriteriaOfKind } => {
  const found = [...rubricLibrary.values()].find(({ compiled }) => compiled.published.id === RUBRIC_ID);
  if (!found) throw new Error(`this program does not carry the rubric ${RUBRIC_ID}`);
  const { published, table } = found.compiled;
  const criteria = new Map(table.evidenceKinds.map((kind) => [kind.id, kind.criteria]));
  return {
    rubric: {
      id: published.id,
      version: published.version,
      hash: found.hash,
      rulings: published.rulings.items.map(({ id }) => id),
    },
    criteriaOf: (kind) => criteria.get(kind) ?? [],
  };
};
