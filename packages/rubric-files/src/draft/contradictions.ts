import { compileBand } from '@mofan/rubric/bands';
import { type Exact, compare, exact, written } from '@mofan/rubric/exact';
import type { Wording } from '@mofan/rubric/explain/wording';
import type { Ends } from './grades-in-text.ts';

export interface NamedBand extends Ends {
  title: string;
}

/**
 * Where two neighbouring grades, best first, claim the same points or leave some to nobody: each once, with the first of
 * `worths` on which it shows.
 */
export function contradictions(bands: readonly NamedBand[], worths: readonly string[]): Wording[] {
  return bands.slice(1).flatMap((worse, at) => {
    const better = bands[at]!;
    const found = worths.flatMap((points) => between(better, worse, points));
    return ['overlap', 'gap'].flatMap((kind) => found.find((each) => each.kind === kind)?.said ?? []);
  });
}

function between(better: NamedBand, worse: NamedBand, points: string): { kind: string; said: Wording }[] {
  const [upper, lower] = [better, worse].map((band) => compileBand(band, 0, exact(points)));
  const low = upper?.from;
  const high = lower?.to;
  if (!low || !high) return [];
  const order = compare(high, low);
  const both = order === 0 && !upper.fromOpen && !lower.toOpen;
  const names = { zh: `“${better.title}”与“${worse.title}”`, en: `“${better.title}” and “${worse.title}”` };
  const [from, to] = order < 0 ? [high, low] : [low, high];
  if (order > 0 || both)
    return [
      {
        kind: 'overlap',
        said: {
          zh: `${names.zh}重叠：满分${points}分时，${stretch(from, to)}分两等都算`,
          en: `${names.en} overlap: of ${points}, ${stretch(from, to)} is both`,
        },
      },
    ];
  const closed = order === 0 && (!upper.fromOpen || !lower.toOpen);
  if (closed) return [];
  return [
    {
      kind: 'gap',
      said: {
        zh: `${names.zh}之间有空档：满分${points}分时，${stretch(from, to)}分之间没有等次`,
        en: `a gap between ${names.en}: of ${points}, nothing is said between ${stretch(from, to)}`,
      },
    },
  ];
}

const stretch = (from: Exact, to: Exact): string =>
  compare(from, to) === 0 ? written(from) : `${written(from)}至${written(to)}`;
