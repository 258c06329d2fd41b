import type { RubricError } from '@mofan/rubric/rubric-error';

interface Wording {
  zh: string;
  en: string;
}

const WORDS: Readonly<Record<string, string>> = {
  'rubric.malformed': '不符合格式',
  'rubric.expression': '算式写错了',
  'rubric.cycle': '互相引用，无法计算',
  'rubric.duplicate': '编号重复',
  'rubric.sum-mismatch': '分值与下级合计不符',
  'rubric.weight-mismatch': '权重合计不是 100%',
  'rubric.level-mismatch': '层级与 levels 不符',
  'rubric.band-inverted': '区间上下颠倒',
  'rubric.band-outside-points': '区间超出分值',
  'rubric.band-too-fine': '区间比打分单位更细',
  'rubric.quote-not-in-text': '引文不在原文中',
  'rubric.ruling-beyond-rule': '口径只能改计分规则，不能改原文和分值',
  'rubric.out-of-range': '数值过大，无法精确计算',
};

/** Why a table cannot be used, in a phrase; the path within it stands with the English one alone. */
export const rubricErrorWords = ({ code, place, message }: RubricError): Wording => ({
  zh: WORDS[code] ?? (code.startsWith('rubric.unknown-') ? `引用了表中没有的内容（${place}）` : '这样写无法计分'),
  en: message.slice(message.indexOf(' at ') + 4),
});
