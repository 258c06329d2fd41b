import type { Bound } from '@mofan/rubric/language/values';
import { NUMBER, RATIO, type Phrase, readAll } from './sentence.ts';

/** A number of points: `5`, `满分`, `满分的60%`, `满分减3`, `5与满分减3中较大的`. */
export const boundPhrase: Phrase<Bound> = {
  print: (bound) => {
    if (typeof bound === 'string') return bound.endsWith('%') ? `满分的${bound}` : bound;
    if ('points' in bound) return bound.points;
    if ('times' in bound) return `满分的${bound.times}`;
    if ('minus' in bound) return bound.minus === '0' ? '满分' : `满分减${bound.minus}`;
    return `${flat(bound.greatest).map(boundPhrase.print).join('与')}中较大的`;
  },
  read: (text) => {
    if (FIGURE.test(text)) return text;
    if (text === '满分') return { minus: '0' };
    const [, less] = LESS.exec(text) ?? [];
    if (less !== undefined) return { minus: less };
    const [, share] = SHARE.exec(text) ?? [];
    if (share !== undefined) return share.endsWith('%') ? share : { times: share };
    const [, parts] = /^(.+)中较大的$/.exec(text) ?? [];
    const greatest = parts === undefined ? null : readAll(parts.split('与'), boundPhrase.read);
    return greatest && { greatest };
  },
};

/** The greatest of several is the greatest of all that they are the greatest of. */
const flat = (bounds: readonly Bound[]): Bound[] =>
  bounds.flatMap((each) => (typeof each === 'object' && 'greatest' in each ? flat(each.greatest) : [each]));

const FIGURE = new RegExp(`^-?${NUMBER}$`);
const LESS = new RegExp(`^满分减(${NUMBER})$`);
const SHARE = new RegExp(`^满分的(${RATIO})$`);

/** Both ends of a band as the language has them. */
export interface Ends {
  from?: Bound | undefined;
  above?: Bound | undefined;
  to?: Bound | undefined;
  below?: Bound | undefined;
}

const SIGNS = [
  ['from', '≥'],
  ['above', '>'],
  ['to', '≤'],
  ['below', '<'],
] as const;

/** From where to where: `≥ 85 且 < 95`, and `其余` for what has no ends. */
export const endsPhrase: Phrase<Ends> = {
  print: (ends) => {
    const stated = SIGNS.filter(([end]) => ends[end] !== undefined);
    if (stated.length === 0) return '其余';
    return stated.map(([end, sign]) => `${sign} ${boundPhrase.print(ends[end]!)}`).join(' 且 ');
  },
  read: (text) => {
    if (text === '其余') return {};
    const read = readAll(text.split(' 且 '), (part) => {
      const end = SIGNS.find(([, sign]) => part.startsWith(`${sign} `))?.[0];
      const bound = end && boundPhrase.read(part.slice(2));
      return end && bound ? ([end, bound] as const) : null;
    });
    return read && (Object.fromEntries(read) as Ends);
  },
};
