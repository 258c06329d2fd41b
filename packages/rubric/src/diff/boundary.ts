import { type Wording, inBoth } from '../explain/wording.ts';
import type { Crumb, Difference } from './differences.ts';
import { framed } from './frame.ts';
import { type Json, isObject, same } from './json.ts';
import { bandLabel } from './labels.ts';
import type { BothTitles, Titles } from './titles.ts';
import { boundWords } from './words.ts';

/** One boundary between two bands that lie side by side, told of the one whose lower end it is. */
export interface Boundary {
  lower: Difference;
  upper: Difference;
}

/** What moved of the bands in one list: where the lower end of one band and the upper end of the next moved together. */
export function boundariesIn(differences: readonly Difference[]): Boundary[] {
  const uppers = differences.filter((each) => isEnd(each, 'upper'));
  return differences
    .filter((each) => isEnd(each, 'lower'))
    .flatMap((lower) => {
      const upper = uppers.find(
        (each) => areInOneList(lower, each) && meet(lower.before, each.before) && meet(lower.after, each.after),
      );
      return upper ? [{ lower, upper }] : [];
    });
}

const isEnd = ({ kind, trail }: Difference, end: 'lower' | 'upper'): boolean => {
  const last = trail.at(-1);
  return kind === 'changed' && last !== undefined && 'key' in last && last.key === end && 'list' in trail.at(-2)!;
};

/** Whatever leads to both is the very same up to the items of the list. */
const areInOneList = (a: Difference, b: Difference): boolean =>
  a.trail.length === b.trail.length && a.trail.slice(0, -2).every((crumb, n) => crumb === b.trail[n]);

/** Two bands have every number once where one end belongs to its band and the other does not. */
function meet(lower: Json | undefined, upper: Json | undefined): boolean {
  const [from, to] = [onlyEnd(lower), onlyEnd(upper)];
  return from !== null && to !== null && from.closed !== to.closed && same(from.at, to.at);
}

function onlyEnd(value: Json | undefined): { at: Json; closed: boolean } | null {
  const [[key, at] = [], other] = isObject(value) ? Object.entries(value) : [];
  if (key === undefined || at === undefined || other) return null;
  return { at, closed: key === 'from' || key === 'to' };
}

/** “等次“良好”与“合格”的分界由 80 改为 85（属“良好”）”: to which band the number itself belongs is part of the rule. */
export function sayBoundary({ lower, upper }: Boundary, line: Wording | null, titles: BothTitles): Wording {
  const [above, below] = [lower, upper].map(({ trail }) => bandOf(trail, titles.before)) as [Band, Band];
  const [was, is] = [lower.before, lower.after].map((end) => {
    const { at, closed } = onlyEnd(end)!;
    return { at: boundWords(at), owner: closed ? above : below };
  }) as [Side, Side];
  const stays = was.owner === is.owner;
  const tail = inBoth((language) => {
    const at = (side: Side) => side.at[language];
    const owned = (side: Side) =>
      language === 'zh' ? `（属${side.owner.name.zh}）` : ` (part of ${side.owner.name.en})`;
    const from = `${at(was)}${stays ? '' : owned(was)}`;
    const to = `${at(is)}${owned(is)}`;
    return language === 'zh'
      ? `${above.noun.zh}${above.name.zh}与${below.name.zh}的分界由 ${from}${stays ? ' ' : ''}改为 ${to}`
      : `the boundary between ${above.name.en} and ${below.name.en} changed from ${from} to ${to}`;
  });
  return framed(lower.trail, 2, line, titles.before, tail);
}

type Band = ReturnType<typeof bandLabel>;
interface Side {
  at: Wording;
  owner: Band;
}

function bandOf(trail: readonly Crumb[], titles: Titles): Band {
  const crumb = trail.at(-2) as Extract<Crumb, { list: string }>;
  return bandLabel(crumb.item, crumb.at, titles);
}
