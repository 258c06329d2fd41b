import { bare } from './wording.ts';

const SCORING =
  /^(?:扣分|失分|加分|减分|计分|评分|得分|打分|赋分|考核|评价|考评|评定)(?:标准|细则|办法|方法|方式|规则|依据|说明)$|^(?:年度|考核|工作)?目标值?$|^(?:指标|标准)值$|^(?:加减|[加扣])分$/;

/** Whether a column beside the tree says how its lines are scored: its words are part of what the line says. */
export const isScoring = (heading: string): boolean => SCORING.test(bare(heading));
