import type { ReportEntry } from '../report.ts';
import { type Draft, draftsOf } from './draft.ts';

/** The numbers as they are printed, each of which is an id. */
export const printedNumbers = (children: readonly Draft[]): ReturnType<typeof numbersOf> => ({
  numbers: new Map([...draftsOf(children)].map((draft) => [draft, draft.ownNumber])),
  report: [],
});

/**
 * The number of every node: that of its group, a dot, and its own; counted where none is printed. A group without a
 * number, whose parts are numbered through the whole table, has none. Numbers are unique.
 */
export function numbersOf(children: readonly Draft[]): { numbers: Map<Draft, string>; report: ReportEntry[] } {
  const numbers = new Map<Draft, string>();
  const report: ReportEntry[] = [];
  const silent = silentLevels(children);
  const number = (siblings: readonly Draft[], prefix: string, taken: Set<string>): void => {
    const printed = new Set(siblings.map(({ ownNumber }) => ownNumber));
    for (const [index, draft] of siblings.entries()) {
      const isSilent = silent.has(draft.level);
      const own = isSilent ? '' : free(relative(draft.ownNumber, prefix), index + 1, printed, taken);
      if (draft.ownNumber !== '' && !isSilent && own !== relative(draft.ownNumber, prefix))
        report.push(twice(draft, own));
      const full = isSilent ? prefix : [prefix, own].filter((each) => each !== '').join('.');
      numbers.set(draft, isSilent ? '' : full);
      number(draft.children, full, isSilent ? taken : new Set());
    }
  };
  number(children, '', new Set());
  return { numbers, report };
}

/** Levels without any number above one whose numbers never come twice. */
function silentLevels(children: readonly Draft[]): Set<number> {
  const own = new Map<number, string[]>();
  for (const { level, ownNumber } of draftsOf(children)) {
    own.set(level, own.get(level) ?? []);
    own.get(level)?.push(ownNumber);
  }
  const levels = [...own.keys()].toSorted((a, b) => a - b);
  const first = levels.find((level) => own.get(level)?.some((each) => each !== ''));
  const printed = first === undefined ? [] : (own.get(first) ?? []);
  const through = printed.length > 0 && new Set(printed).size === printed.length && !printed.includes('');
  return new Set(through ? levels.filter((level) => first !== undefined && level < first) : []);
}

/** `1.2` within group 1 is 2. */
const relative = (own: string, prefix: string): string =>
  prefix !== '' && own.startsWith(`${prefix}.`) ? own.slice(prefix.length + 1) : own;

/** The printed number, or where the node stands among its siblings; the next one that is free when it is taken. */
function free(own: string, counted: number, printed: ReadonlySet<string>, taken: Set<string>): string {
  const isFree = (number: string) => !taken.has(number) && (number === own || !printed.has(number));
  let number = own === '' ? String(counted) : own;
  for (let next = Number.parseInt(number, 10); !isFree(number); next += 1) number = String(next);
  taken.add(number);
  return number;
}

const twice = ({ place, ownNumber }: Draft, number: string): ReportEntry => ({
  kind: 'not-understood',
  place,
  zh: `编号 ${ownNumber} 重复，改作 ${number}`,
  en: `number ${ownNumber} comes twice: this one was made ${number}`,
});
