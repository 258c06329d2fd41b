import type { Cases, Votes } from '@mofan/rubric/language/source';
import type { Input } from '@mofan/rubric/rubric';
import { boundPhrase } from './bounds.ts';
import { groupsPhrase } from './combine-phrase.ts';
import { NUMBER, RATIO, type SoundSentence, TITLE, partsOf, readAll, sound } from './sentence.ts';

type Rate = NonNullable<Cases['deduct']>[number];
/** A rate without what no paper says: its id and its category. */
export type PrintedRate = Omit<Rate, 'id' | 'category'>;
export interface PrintedCases {
  deduct?: PrintedRate[] | undefined;
  add?: PrintedRate[] | undefined;
  charge: Cases['charge'];
  shared?: Cases['shared'];
}

const CHARGES: Record<Cases['charge'], string> = {
  every: '逐例计',
  'heaviest-per-act': '同一行为只计最重一项',
  heaviest: '只计最高一项',
};
const PER: Record<Rate['per'], string> = { case: '每例', occurrence: '每次' };
const SHARED = '，几家共有的平均分担';
const HEAD = new RegExp(
  `^按下列规定(?:扣分|加分|扣分、加分)，(${Object.values(CHARGES).join('|')})(${SHARED})?：(.+)$`,
);
const RATE = new RegExp(
  `^${TITLE}(?:（身份“([a-z][a-z0-9-]{0,63})”）)?(每例|每次)(扣|加) (${NUMBER}) 分(?:，最多 (${NUMBER}) 分)?(?:，原文“(.+)”)?$`,
);

/** `按下列规定扣分，逐例计：“迟到”每次扣 0.5 分，最多 2 分；“旷工”（身份“head”）每例扣 5 分`. */
export const casesSentence: SoundSentence<PrintedCases> = sound({
  print: ({ deduct = [], add = [], charge, shared }) => {
    const what = [deduct.length > 0 && '扣分', add.length > 0 && '加分'].filter(Boolean).join('、');
    const rates = [...deduct.map(rateWords('扣')), ...add.map(rateWords('加'))].join('；');
    return `按下列规定${what}，${CHARGES[charge]}${shared ? SHARED : ''}：${rates}`;
  },
  read: (text) => {
    const [, charged, shared, said = ''] = HEAD.exec(text) ?? [];
    const charge = (Object.keys(CHARGES) as Cases['charge'][]).find((each) => CHARGES[each] === charged);
    const rates = readAll(partsOf(said, '；'), rateIn);
    if (!charge || !rates) return null;
    const [deduct, add] = ['扣', '加'].map((sign) =>
      rates.filter((each) => each.sign === sign).map(({ rate }) => rate),
    );
    return {
      ...(deduct!.length > 0 && { deduct: deduct! }),
      ...(add!.length > 0 && { add: add! }),
      charge,
      ...(shared && { shared: 'equally' as const }),
    };
  },
});

const rateWords =
  (sign: string) =>
  ({ title, role, per, points, most, quote }: PrintedRate): string =>
    [
      `“${title}”${role === undefined ? '' : `（身份“${role}”）`}${PER[per]}${sign} ${points} 分`,
      ...(most === undefined ? [] : [`最多 ${most} 分`]),
      ...(quote === undefined ? [] : [`原文“${quote}”`]),
    ].join('，');

function rateIn(text: string): { sign: string; rate: PrintedRate } | null {
  const [, title, role, per, sign, points, most, quote] = RATE.exec(text) ?? [];
  if (title === undefined || sign === undefined || points === undefined) return null;
  const rate: PrintedRate = {
    title,
    ...(role !== undefined && { role }),
    per: per === PER.case ? 'case' : 'occurrence',
    points,
    ...(most !== undefined && { most }),
    ...(quote !== undefined && { quote }),
  };
  return { sign, rate };
}

/** Ballots with their options by title. */
export type PrintedVotes = Omit<Votes, 'options'> & { options: Pick<Votes['options'][number], 'title' | 'worth'>[] };

const OPTION = new RegExp(`^${TITLE} (.+)$`);
const TURNOUT = new RegExp(`^有效票不足应到人数 (${RATIO}) 的无效$`);
const VOTES = '按有效票的平均分计：';

/** `按有效票的平均分计：“满意” 40、“一般” 24；有效票不足应到人数 1/2 的无效`. */
export const votesSentence: SoundSentence<PrintedVotes> = sound({
  print: ({ options, groups, turnout }) => {
    const said = options.map(({ title, worth }) => `“${title}” ${boundPhrase.print(worth)}`).join('、');
    const grouped = groups === undefined ? [] : [groupsPhrase.print(groups)];
    const atLeast = turnout === undefined ? [] : [`有效票不足应到人数 ${turnout} 的无效`];
    return [VOTES + said, ...grouped, ...atLeast].join('；');
  },
  read: (text) => {
    if (!text.startsWith(VOTES)) return null;
    const [said = '', ...rest] = partsOf(text.slice(VOTES.length), '；');
    const options = readAll(partsOf(said, '、'), (part) => {
      const [, title, bound = ''] = OPTION.exec(part) ?? [];
      const worth = boundPhrase.read(bound);
      return title === undefined || worth === null ? null : { title, worth };
    });
    const groups = rest.map(groupsPhrase.read).find((each) => each !== null);
    const turnout = rest.map((part) => TURNOUT.exec(part)?.[1]).find((each) => each !== undefined);
    return options && { options, ...(groups && { groups }), ...(turnout !== undefined && { turnout }) };
  },
});

/** A number that the facts give, without its id. */
export type PrintedInput = Pick<Input, 'title' | 'unit' | 'least' | 'most'>;

const SIGNED = `-?${NUMBER}`;
const INPUT = new RegExp(
  `^按${TITLE}计分(?:（(?:单位${TITLE})?，?(?:不小于 (${SIGNED}))?，?(?:不大于 (${SIGNED}))?）)?$`,
);

/** `按“群众满意率”计分（单位“%”，不小于 0，不大于 100）`. */
export const inputSentence: SoundSentence<PrintedInput> = sound({
  print: ({ title, unit, least, most }) => {
    const said = [
      ...(unit === undefined ? [] : [`单位“${unit}”`]),
      ...(least === undefined ? [] : [`不小于 ${least}`]),
      ...(most === undefined ? [] : [`不大于 ${most}`]),
    ];
    return `按“${title}”计分${said.length === 0 ? '' : `（${said.join('，')}）`}`;
  },
  read: (text) => {
    const [, title, unit, least, most] = INPUT.exec(text) ?? [];
    if (title === undefined) return null;
    return {
      title,
      ...(unit !== undefined && { unit }),
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
    };
  },
});
