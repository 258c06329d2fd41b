import type { Combine, RaterGroup } from '@mofan/rubric/language/source';
import { RATIO, type Phrase, TITLE, partsOf, readAll } from './sentence.ts';

const BY: Record<Combine['by'], string> = {
  sum: '合计',
  weighted: '加权合计',
  mean: '平均',
  lowest: '取最低',
  highest: '取最高',
};
const WORDS = Object.values(BY)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const byOf = (word: string): Combine['by'] => (Object.keys(BY) as Combine['by'][]).find((by) => BY[by] === word)!;

const DROPS = '(?:满\\d{1,6}项的去掉最高、最低各\\d{1,6}项，)+';
const BEST = new RegExp(`^(${DROPS})?最好的(\\d{1,6})项(（低者为好）)?(${WORDS})$`);
const DROP = new RegExp(`^(${DROPS})其余(${WORDS})$`);
const ALL = new RegExp(`^各项(${WORDS})$`);

/** How several figures become one: `各项平均`, `最好的3项合计`, `满5项的去掉最高、最低各1项，其余平均`. */
export const combinePhrase: Phrase<Combine> = {
  print: ({ by, best, better, drop = [] }) => {
    const dropped = drop.map(({ from, each }) => `满${from}项的去掉最高、最低各${each}项，`).join('');
    if (best !== undefined) return `${dropped}最好的${best}项${better === 'lowest' ? '（低者为好）' : ''}${BY[by]}`;
    return `${dropped === '' ? '各项' : `${dropped}其余`}${BY[by]}`;
  },
  read: (text) => {
    const [, all] = ALL.exec(text) ?? [];
    if (all !== undefined) return { by: byOf(all) };
    const [, before, best, low, ofBest] = BEST.exec(text) ?? [];
    if (ofBest !== undefined)
      return { by: byOf(ofBest), best: best!, ...(low && { better: 'lowest' as const }), ...dropIn(before) };
    const [, dropped, rest] = DROP.exec(text) ?? [];
    return rest === undefined ? null : { by: byOf(rest), ...dropIn(dropped) };
  },
};

function dropIn(text: string | undefined): Pick<Combine, 'drop'> {
  if (text === undefined) return {};
  const drops = [...text.matchAll(/满(\d+)项的去掉最高、最低各(\d+)项/g)];
  return { drop: drops.map(([, from = '', each = '']) => ({ from, each })) };
}

/** Without what changes nothing: that high is good, and nothing that falls away. */
export const plainCombine = ({ by, best, better, drop = [] }: Combine): Combine => ({
  by,
  ...(best !== undefined && { best, ...(better === 'lowest' && { better }) }),
  ...(drop.length > 0 && { drop }),
});

/** Nothing falls away: all is added up. */
export const isPlainSum = ({ by, best, drop = [] }: Combine): boolean =>
  by === 'sum' && best === undefined && drop.length === 0;

const GROUP = new RegExp(`^${TITLE} (${RATIO})(?:（(.+)）)?$`);
const GROUPS = '各组权重：';

/** Groups of assessors or voters by their titles: `各组权重：“领导” 40%、“职工” 60%（“党员” 1/2、“其他” 1/2）`. */
export const groupsPhrase: Phrase<RaterGroup[]> = {
  print: (groups) => GROUPS + groups.map(groupWords).join('、'),
  read: (text) => (text.startsWith(GROUPS) ? groupsIn(text.slice(GROUPS.length)) : null),
};

const groupWords = ({ id, title, weight, groups }: RaterGroup): string =>
  `“${title ?? id}” ${weight}${groups ? `（${groups.map(groupWords).join('、')}）` : ''}`;

const groupsIn = (text: string): RaterGroup[] | null =>
  readAll(partsOf(text, '、'), (part) => {
    const [, title, weight, within] = GROUP.exec(part) ?? [];
    const groups = within === undefined ? undefined : groupsIn(within);
    if (title === undefined || weight === undefined || groups === null) return null;
    return { id: title, title, weight, ...(groups && { groups }) };
  });

/** Groups as they are printed: each called by its title, which is its code where it has none. */
export const printedGroups = (groups: readonly RaterGroup[]): RaterGroup[] =>
  groups.map(({ id, title = id, weight, groups: within }) => ({
    id: title,
    title,
    weight,
    ...(within && { groups: printedGroups(within) }),
  }));
