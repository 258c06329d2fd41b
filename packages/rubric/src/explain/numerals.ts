import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { type Exact, compare, exact, round, written } from '../exact.ts';
import { type Language, ends, range, shown } from './wording.ts';

/** One end of a figure, written out exactly; null: nothing sets it. */
type End = string | null;

/** How the figures of a line are written for people: decimals, and where no decimal holds one what it is about. */
export interface Numerals {
  /** a figure that stands alone: "84.46", "≈89.81", "0–8" */
  alone: (floor: End, ceiling: End) => string;
  /** the same where somebody computes with it: "≈89.81（6736/75）" */
  exactly: (floor: End, ceiling: End, language: Language) => string;
  /** the same inside a sum: what is negative, or lies between two ends, stands in brackets */
  operand: (floor: End, ceiling: End, language: Language) => string;
  /** what a computation comes to, with its sign: "= 84.46", "≈ 89.81（6736/75）" */
  result: (floor: End, ceiling: End, language: Language) => string;
}

/** The places of the table; of a figure that is no number of points, a coefficient say, two more. */
export function numeralsOf({ published }: CompiledRubric, line?: CompiledLine): Numerals {
  const { mode, places } = published.rounding;
  const most = Number(places) + (line?.worth === 'none' ? 2 : 0);
  const about = (text: string): string => written(rounded(exact(text), mode, most));
  const isFraction = (end: End): boolean => end?.includes('/') ?? false;
  const bare = (end: End, language: Language): End =>
    end === null || !isFraction(end) ? end : `${about(end)}${language === 'zh' ? `（${end}）` : ` (${end})`}`;
  const whole = (floor: End, ceiling: End, language: Language) =>
    floor === ceiling ? shown(bare(floor, language) ?? '…') : ends(bare(floor, language), bare(ceiling, language));
  const isAbout = (floor: End, ceiling: End) => isFraction(floor) || isFraction(ceiling);
  const exactly = (floor: End, ceiling: End, language: Language) =>
    `${isAbout(floor, ceiling) ? '≈' : ''}${whole(floor, ceiling, language)}`;
  return {
    alone: (floor, ceiling) => {
      if (!isAbout(floor, ceiling)) return ends(floor, ceiling);
      const [low, high] = [floor && about(floor), ceiling && about(ceiling)];
      return `≈${low !== null && high !== null ? range(low, high) : ends(low, high)}`;
    },
    exactly,
    operand: (floor, ceiling, language) =>
      floor === ceiling && floor !== null && !floor.startsWith('-')
        ? exactly(floor, ceiling, language)
        : `(${exactly(floor, ceiling, language)})`,
    result: (floor, ceiling, language) => `${isAbout(floor, ceiling) ? '≈' : '='} ${whole(floor, ceiling, language)}`,
  };
}

/** To so many places, or to more where they would make a whole number of what is none. */
function rounded(value: Exact, mode: Parameters<typeof round>[1], places: number): Exact {
  const at = round(value, mode, places);
  return at.d === 1 && compare(at, value) !== 0 && places < 6 ? rounded(value, mode, places + 1) : at;
}
