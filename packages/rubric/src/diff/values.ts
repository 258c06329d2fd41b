import type { Wording } from '../explain/wording.ts';

const said = (zh: string, en: string): Wording => ({ zh, en });

/** Words of the language that stand for one of a few, by the key that they stand under. */
const WORDS: Record<string, Record<string, Wording> | undefined> = {
  mode: {
    'half-up': said('四舍五入', 'half up'),
    'half-even': said('四舍六入五成双', 'half to even'),
    cut: said('舍去', 'cut'),
    up: said('进一', 'up'),
  },
  by: {
    sum: said('合计', 'sum'),
    weighted: said('加权', 'weighted'),
    mean: said('平均', 'mean'),
    lowest: said('取最低', 'lowest'),
    highest: said('取最高', 'highest'),
  },
  better: { highest: said('高者为优', 'highest'), lowest: said('低者为优', 'lowest') },
  best: { highest: said('高者为优', 'highest'), lowest: said('低者为优', 'lowest') },
  charge: {
    every: said('逐例计', 'every case'),
    'heaviest-per-act': said('同一行为只计最重一项', 'the heaviest of each act'),
    heaviest: said('只计最高一项', 'the heaviest alone'),
  },
  shared: { equally: said('均摊', 'equally') },
  per: { case: said('例', 'case'), occurrence: said('次', 'occurrence') },
  kind: { number: said('数值', 'number'), series: said('各期数值', 'series'), statement: said('是否', 'statement') },
  of: {
    group: said('本组单位数', 'the group'),
    eligible: said('符合条件的单位数', 'those eligible'),
    declared: said('申报的人数', 'a declared number'),
  },
  ties: { competition: said('并列取靠前名次', 'the better place'), mean: said('并列取平均', 'the mean of the places') },
  share: { 'of-points': said('按与最优之比', 'in proportion to the best') },
  place: { 'of-group': said('在组内的名次', 'within the group') },
  exclude: { line: said('本条', 'the line') },
  carry: { previous: said('上期结果', 'the previous rating') },
  notApplicable: {
    exclude: said('不计入', 'left out'),
    full: said('计满分', 'full marks'),
    zero: said('计零分', 'no points'),
    rescale: said('按比例折算', 'rescaled'),
    shrink: said('减少可得分', 'less to reach'),
  },
  governs: {
    mark: said('评分', 'marks'),
    discretion: said('酌情扣分', 'discretion'),
    count: said('计数', 'counts'),
    deduction: said('扣分', 'deductions'),
    excess: said('超出部分', 'the excess'),
    'not-applicable': said('不适用', 'what does not apply'),
    step: said('步骤', 'steps'),
  },
};
WORDS['rounding'] = WORDS['mode'];

/** The constructs of the language: ways to a figure, and what is done to it. */
const CONSTRUCTS: Record<string, Wording | undefined> = {
  mark: said('打分', 'judged'),
  cases: said('按事项计分', 'by cases'),
  votes: said('投票测评', 'by ballots'),
  formula: said('按算式', 'by formula'),
  combine: said('由下级合并', 'combined from its parts'),
  compute: said('计算', 'compute'),
  clamp: said('限额', 'limit'),
  round: said('取整', 'round'),
  band: said('分档', 'bands'),
  decide: said('判定', 'decide'),
  gate: said('前置规则', 'gate'),
  relative: said('与其他单位比较', 'against the other units'),
};

/** A word of the language in words of people; null: it is none of those that stand under the key. */
export const wordOf = (key: string, value: string): Wording | null => WORDS[key]?.[value] ?? null;

export const constructOf = (key: string): Wording | null => CONSTRUCTS[key] ?? null;
