import { type Exact, multiply, written } from '../exact.ts';
import { type Wording, shown } from './wording.ts';

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

/** A band with its open ends: "≥ 80 且 < 90". */
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
}): Wording {
  const closed = betweenWording(from, to);
  if (!fromOpen && !toOpen) return { zh: closed, en: closed };
  const low = from && `${fromOpen ? '>' : '≥'} ${numberWording(from)}`;
  const high = to && `${toOpen ? '<' : '≤'} ${numberWording(to)}`;
  const set = [low, high].filter((end) => end !== null);
  return { zh: set.join(' 且 '), en: set.join(', ') };
}
