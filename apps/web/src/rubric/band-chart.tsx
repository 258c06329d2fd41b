import type { ScaleBands } from '@mofan/contracts/rubric';
import { Fragment } from 'react';
import { interval } from '../ui/format.ts';

type Bands = ScaleBands['literal'];

interface Props {
  title: string;
  verdict: { good: boolean; words: string };
  bands: Bands;
  points: string;
}

/** Each grade's points as a bar over those of the line; where two grades claim the same it shows. */
export const BandChart = ({ title, verdict, bands, points }: Props) => {
  const full = Number(points) || 1;
  const share = (value: string) => `${(Math.min(Math.max(Number(value), 0), full) / full) * 100}%`;
  const width = ({ from, to }: Bands[number]) => `${((Number(to) - Math.max(Number(from), 0)) / full) * 100}%`;
  const clashing = new Set(overlaps(bands).flat());
  return (
    <figure className="band-chart">
      <figcaption className="row between medium">
        <b>{title}</b>
        <span className={`small ${verdict.good ? 'green' : 'plum'}`}>{verdict.words}</span>
      </figcaption>
      <div className="bars">
        {bands.map((band) => {
          const one = Number(band.from) === Number(band.to);
          const kind = one ? 'one' : clashing.has(band) ? 'clash' : '';
          return (
            <Fragment key={band.grade}>
              <span className="grade">{band.grade}</span>
              <span className="track">
                <i className={kind} style={{ left: share(band.from), ...(one ? {} : { width: width(band) }) }} />
              </span>
              <span>{interval(band.from, band.to)}</span>
            </Fragment>
          );
        })}
        <span />
        <span className="axis" aria-hidden="true">
          {ticks(full).map((tick) => (
            <span key={tick} style={{ left: `${(tick / full) * 100}%` }}>
              {tick}
            </span>
          ))}
        </span>
        <span />
      </div>
    </figure>
  );
};

/** Pairs of grades that claim more than one point in common. */
export const overlaps = (bands: Bands): [Bands[number], Bands[number]][] =>
  bands.flatMap((a, n) =>
    bands.slice(n + 1).flatMap((b): [Bands[number], Bands[number]][] => {
      const [from, to] = [Math.max(Number(a.from), Number(b.from)), Math.min(Number(a.to), Number(b.to))];
      return to > from ? [[a, b]] : [];
    }),
  );

/** Better grades stand first: whether some worse one reaches higher. */
export const isReversed = (bands: Bands): boolean =>
  bands.some((better, n) => bands.slice(n + 1).some((worse) => Number(worse.to) > Number(better.to)));

const MOST_TICKS = 9;

const ticks = (full: number): number[] => {
  const step = Math.max(1, Math.ceil(full / (MOST_TICKS - 1)));
  return Array.from({ length: Math.floor(full / step) + 1 }, (_, n) => n * step);
};
