import type { ScaleBands } from '@mofan/contracts/rubric';
import { compileBand } from '@mofan/rubric/bands';
import { worthOf } from '@mofan/rubric/worth';
import { exact, written, ZERO } from '@mofan/rubric/exact';
import { placed } from '@mofan/rubric/lint/bands';
import type { Rubric } from '@mofan/rubric/rubric';
import { applyRulings } from '@mofan/rubric/rulings';
import { leavesAndFigures } from '@mofan/rubric/tree';

/** Each scale's bands for each number of points that a line of it is worth: literally, and as all readings have it. */
export const scaleBandsOf = (published: Rubric): ScaleBands[] => {
  const read = applyRulings(published, published.rulings.items);
  return Object.keys(published.scales).flatMap((scale) => {
    const leaves = leavesAndFigures(published).filter(({ from }) => from.mark?.scale === scale);
    const worthOfLeaf = new Map(leaves.map((leaf) => [leaf.id, written(worthOf(leaf).points)]));
    const worths = [...new Set(worthOfLeaf.values())].toSorted((a, b) => Number(a) - Number(b));
    return worths.map((points) => ({
      scale,
      points,
      leaves: leaves.map(({ id }) => id).filter((id) => worthOfLeaf.get(id) === points),
      literal: bandsAt(published, scale, points),
      read: bandsAt(read, scale, points),
    }));
  });
};

const bandsAt = ({ scales, grades }: Rubric, scale: string, worth: string): ScaleBands['read'] => {
  const points = exact(worth);
  return (scales[scale]?.bands ?? []).map((band, rank) => {
    const { from, to } = placed(compileBand(band, rank, points), ZERO, points);
    const title = grades.find(({ code }) => code === band.grade)?.title ?? band.grade;
    return { grade: title, from: written(from), to: written(to) };
  });
};
