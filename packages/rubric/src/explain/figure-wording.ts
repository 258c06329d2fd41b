import type { CompiledRubric } from '../compiled.ts';
import { type Exact, exact, multiply, round, written } from '../exact.ts';
import { range, shown } from './wording.ts';

/** A figure as people read it: a fraction that no decimal holds with what it comes to about, "73/9 ≈ 8.11". */
export function figureWording(rubric: CompiledRubric, floor: string, ceiling: string): string {
  if (!floor.includes('/') && !ceiling.includes('/')) return range(floor, ceiling);
  const { mode, places } = rubric.published.rounding;
  const about = (text: string): string => written(round(exact(text), mode, Number(places)));
  return `${range(floor, ceiling)} ≈ ${range(about(floor), about(ceiling))}`;
}

/** A part of the whole: "40%", or the fraction where no decimal holds it. */
export function shareWording(share: Exact): string {
  const percent = written(multiply(share, { n: 100, d: 1 }));
  return percent.includes('/') ? written(share) : `${percent}%`;
}

/** A number for people. */
export const numberWording = (value: Exact): string => shown(written(value));

/** From one end to the other, an end that is not there left out: "≥ 80", "0–12". */
export function betweenWording(from: Exact | null, to: Exact | null): string {
  const [low, high] = [from && numberWording(from), to && numberWording(to)];
  if (low !== null && low === high) return low;
  return low === null ? `≤ ${high ?? ''}` : high === null ? `≥ ${low}` : `${low}–${high}`;
}

/** A band with its open ends: "≥ 80, < 90". */
export function bandEnds({
  from,
  to,
  fromOpen,
  toOpen,
}: {
  from: Exact | null;
  to: Exact | null;
  fromOpen: boolean;
  toOpen: boolean;
}): string {
  if (!fromOpen && !toOpen) return betweenWording(from, to);
  const low = from && `${fromOpen ? '>' : '≥'} ${numberWording(from)}`;
  const high = to && `${toOpen ? '<' : '≤'} ${numberWording(to)}`;
  return [low, high].filter((end) => end !== null).join(', ');
}
