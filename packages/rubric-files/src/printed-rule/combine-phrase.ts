import type { Combine, RaterGroup } from '@mofan/rubric/language/source';
import { RATIO, type Sentence, TITLE, printAll, readAll } from './sentence.ts';

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

const BEST = new RegExp(`^最好的(\\d{1,6})项(（低者为好）)?(${WORDS})$`);
const DROP = new RegExp(`^((?:满\\d{1,6}项的去掉最高、最低各\\d{1,6}项，)+)其余(${WORDS})$`);
const ALL = new RegExp(`^各项(${WORDS})$`);

/** How several figures become one: `各项平均`, `最好的3项合计`, `满5项的去掉最高、最低各1项，其余平均`. */
export const combinePhrase: Sentence<Combine> = {
  print: ({ by, best, better, drop = [] }) => {
    if (best !== undefined)
      return drop.length > 0 ? null : `最好的${best}项${better === 'lowest' ? '（低者为好）' : ''}${BY[by]}`;
    if (drop.length === 0) return `各项${BY[by]}`;
    return `${drop.map(({ from, each }) => `满${from}项的去掉最高、最低各${each}项，`).join('')}其余${BY[by]}`;
  },
  read: (text) => {
    const [, all] = ALL.exec(text) ?? [];
    if (all !== undefined) return { by: byOf(all) };
    const [, best, low, ofBest] = BEST.exec(text) ?? [];
    if (ofBest !== undefined) return { by: byOf(ofBest), best: best!, ...(low && { better: 'lowest' as const }) };
    const [, dropped = '', rest] = DROP.exec(text) ?? [];
    if (rest === undefined) return null;
    const drop = [...dropped.matchAll(/满(\d+)项的去掉最高、最低各(\d+)项/g)].map(([, from = '', each = '']) => ({
      from,
      each,
    }));
    return { by: byOf(rest), drop };
  },
};

const GROUP = new RegExp(`^${TITLE} (${RATIO})$`);

/** Groups of assessors or voters by their titles: `各组权重：“领导” 40%、“职工” 60%`; groups within groups cannot be said. */
export const groupsPhrase: Sentence<RaterGroup[]> = {
  print: (groups) => {
    const all = printAll(
      groups,
      ({ id, title, weight, groups: within }) => (within ? null : `“${title ?? id}” ${weight}`),
      '、',
    );
    return all === null ? null : `各组权重：${all}`;
  },
  read: (text) => {
    if (!text.startsWith('各组权重：')) return null;
    return readAll(text.slice('各组权重：'.length).split(/、(?=“)/), (part) => {
      const [, title, weight] = GROUP.exec(part) ?? [];
      return title === undefined || weight === undefined ? null : { id: title, title, weight };
    });
  },
};
