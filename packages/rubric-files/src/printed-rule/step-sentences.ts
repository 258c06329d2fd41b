import type { Round, Step } from '@mofan/rubric/language/step';
import { boundPhrase, endsPhrase } from './bounds.ts';
import { NUMBER, type Sentence, type SoundSentence, TITLE, oneOf, partsOf, readAll, sound } from './sentence.ts';

const MODES: Record<Round['mode'], string> = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  cut: '舍去尾数',
  up: '进一',
};
const ROUND = new RegExp(
  `^(${Object.values(MODES).join('|')})(?:到(整数)|，保留(\\d{1,6})位小数|到 (${NUMBER}) 的整数倍)$`,
);

/** `不低于 0 分`, `不高于 满分 分`, `限于 0 至 5 分`. */
const clampSentence: Sentence<Step> = {
  print: ({ clamp }) => {
    if (!clamp) return null;
    const [least, most] = [clamp.least, clamp.most].map((end) => end && boundPhrase.print(end));
    if (most === undefined) return `不低于 ${least} 分`;
    return least === undefined ? `不高于 ${most} 分` : `限于 ${least} 至 ${most} 分`;
  },
  read: (text) => {
    const [, low, high, least, most] = /^(?:不低于 (\S+) 分|不高于 (\S+) 分|限于 (\S+) 至 (\S+) 分)$/.exec(text) ?? [];
    const ends = [low ?? least, high ?? most].map((each) => (each === undefined ? undefined : boundPhrase.read(each)));
    if (ends.every((end) => end === undefined) || ends.includes(null)) return null;
    return { clamp: { ...(ends[0] && { least: ends[0] }), ...(ends[1] && { most: ends[1] }) } };
  },
};

/** `四舍五入，保留2位小数`, `舍去尾数到整数`, `进一到 0.5 的整数倍`. */
const roundSentence: Sentence<Step> = {
  print: ({ round }) => {
    if (!round) return null;
    if (round.step !== undefined) return `${MODES[round.mode]}到 ${round.step} 的整数倍`;
    return round.places === '0' ? `${MODES[round.mode]}到整数` : `${MODES[round.mode]}，保留${round.places}位小数`;
  },
  read: (text) => {
    const [, said, whole, places, step] = ROUND.exec(text) ?? [];
    const mode = (Object.keys(MODES) as Round['mode'][]).find((each) => MODES[each] === said);
    if (!mode) return null;
    return { round: { mode, ...(step === undefined ? { places: whole ? '0' : places! } : { step }) } };
  },
};

const BAND = new RegExp(`^(.+?)：(?:得 (\\S+) 分)?，?(?:为${TITLE})?$`);

/** `分档：≥ 95：得 15 分；≥ 85 且 < 95：得 10 分，为“良”；其余：得 0 分`. */
const bandSentence: Sentence<Step> = {
  print: ({ band }) => {
    const bands = band?.map(({ grade, points, ...ends }) => {
      const given = [
        ...(points === undefined ? [] : [`得 ${boundPhrase.print(points)} 分`]),
        ...(grade === undefined ? [] : [`为“${grade}”`]),
      ];
      return `${endsPhrase.print(ends)}：${given.join('，')}`;
    });
    return bands ? `分档：${bands.join('；')}` : null;
  },
  read: (text) => {
    if (!text.startsWith('分档：')) return null;
    const band = readAll(partsOf(text.slice(3), '；'), (part) => {
      const [, at = '', given, grade] = BAND.exec(part) ?? [];
      const [ends, points] = [endsPhrase.read(at), given === undefined ? undefined : boundPhrase.read(given)];
      if (ends === null || points === null) return null;
      return { ...ends, ...(grade !== undefined && { grade }), ...(points !== undefined && { points }) };
    });
    return band && { band };
  },
};

type Relative = NonNullable<Step['relative']>;

const TIES = { competition: '并列取靠前名次', mean: '并列取各名次平均' };
const AMONG = '按单位属性“([a-z][a-z0-9-]{0,63})”分组';
const SHARE = new RegExp(`^与同组最(高|低)者之比乘满分(?:（${AMONG}）)?$`);
const RANK = new RegExp(
  `^(按同组名次计分|取同组名次)（(?:${AMONG}，)?(高|低)者在前(?:，(${Object.values(TIES).join('|')}))?）(?:：(.+))?$`,
);

/** `与同组最高者之比乘满分`, `按同组名次计分（高者在前）：3家以内依次得 10、8 分；依次得 10、9 分`. */
const relativeSentence: Sentence<Step> = {
  print: ({ relative }) => {
    if (!relative) return null;
    const best = relative.best === 'highest' ? '高' : '低';
    const among = relative.among === undefined ? [] : [`按单位属性“${relative.among}”分组`];
    if (relative.share) return `与同组最${best}者之比乘满分${among.map((each) => `（${each}）`).join('')}`;
    const order = `（${[...among, `${best}者在前`, ...(relative.ties ? [TIES[relative.ties]] : [])].join('，')}）`;
    if (relative.place) return `取同组名次${order}`;
    const tables = (relative.byRank ?? []).map(
      ({ upTo, points }) =>
        `${upTo === undefined ? '' : `${upTo}家以内`}依次得 ${points.map(boundPhrase.print).join('、')} 分`,
    );
    return `按同组名次计分${order}：${tables.join('；')}`;
  },
  read: (text) => {
    const [, most, within] = SHARE.exec(text) ?? [];
    if (most !== undefined) return { relative: { best: bestOf(most), ...amongOf(within), share: 'of-points' } };
    const [, way, among, first, said, tables] = RANK.exec(text) ?? [];
    if (first === undefined) return null;
    const ties: Pick<Relative, 'ties'> =
      said === undefined ? {} : { ties: said === TIES.mean ? 'mean' : 'competition' };
    const order: Relative = { best: bestOf(first), ...amongOf(among), ...ties };
    if (way === '取同组名次') return tables === undefined ? { relative: { ...order, place: 'of-group' } } : null;
    const byRank = readAll((tables ?? '').split('；'), (part) => {
      const [, upTo, all = ''] = /^(?:(\d{1,6})家以内)?依次得 (.+) 分$/.exec(part) ?? [];
      const points = readAll(all.split('、'), boundPhrase.read);
      return points && { ...(upTo !== undefined && { upTo }), points };
    });
    return byRank && { relative: { ...order, byRank } };
  },
};

const amongOf = (among: string | undefined) => (among === undefined ? {} : { among });
const bestOf = (said: string): Relative['best'] => (said === '高' ? 'highest' : 'lowest');

/** A step whose grades are told by their titles. */
export const stepSentence: SoundSentence<Step> = sound(
  oneOf(clampSentence, roundSentence, bandSentence, relativeSentence),
);
