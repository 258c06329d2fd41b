/** What a reason code says; a reason that people wrote says itself. */
export function reasonWording(reason: string): { zh: string; en: string } {
  return REASONS[reason] ?? { zh: reason, en: reason };
}

const REASONS: Record<string, { zh: string; en: string } | undefined> = {
  'mark.unknown-criterion': { zh: '没有这条评分标准', en: 'there is no such criterion' },
  'mark.decided-by-rule': { zh: '本条按规则计分，不另评分', en: 'the criterion is decided by rule alone' },
  'mark.unknown-grade': { zh: '没有这个等次', en: 'there is no such grade' },
  'mark.not-a-number': { zh: '分数不是有效数字', en: 'the points are not a number' },
  'mark.no-discretion': { zh: '本条不适用酌情扣分', en: 'the criterion has no discretionary deduction' },
  'mark.above-cap': { zh: '高于可评的最高等次', en: 'the grade is above the best that may be given' },
  'mark.no-grade-covers': { zh: '该分数没有对应等次', en: 'no grade covers these points' },
  'mark.outside-band': { zh: '该分数不在所评等次的区间内', en: 'the points lie outside the band of the grade' },
  'mark.off-step': { zh: '该分数不是最小打分单位的整数倍', en: 'the points are no whole multiple of the step' },
  'mark.beyond-points': { zh: '该分数超过本条满分', en: 'the points exceed what the line is worth' },
  'mark.not-admitted': { zh: '该分数不在可打的分值之列', en: 'the points are none of those that may be given' },
  'mark.unknown-group': { zh: '没有这个评分组', en: 'there is no such group of assessors' },
  'case.no-rate': { zh: '没有对应的扣分规定', en: 'no rate covers the case' },
  'votes.counted-twice': { zh: '同一组的票计了两次', en: "the group's ballots were counted twice" },
  'votes.unknown-group': { zh: '没有这个投票组', en: 'there is no such group of voters' },
  'votes.unknown-option': { zh: '票面上没有这个选项', en: 'the ballot has no such option' },
  'votes.not-counted': { zh: '票数不是有效数字', en: 'the ballots were not counted' },
  'votes.do-not-add-up': { zh: '各选项票数与有效票数不符', en: 'the options do not add up to the valid ballots' },
  'votes.too-few': { zh: '有效票数不足，测评无效', en: 'too few voted' },
  'not-applicable.not-allowed': { zh: '本条不得列为不适用', en: 'the line always applies' },
  'not-applicable.no-reason': { zh: '列为不适用须说明理由', en: 'a reason is needed' },
  'decision.not-usable': {
    zh: '判断须有理由，并给出分数或等次',
    en: 'a judgement needs a reason and points or a grade',
  },
  'band.none-covers': { zh: '没有一档包含该数值', en: 'no band covers the figure' },
  'decide.none-holds': { zh: '没有一种情形成立', en: 'no case holds' },
  'combine.nothing': { zh: '没有可以合并的项', en: 'there is nothing to combine' },
  'combine.no-part-applies': { zh: '所有下级条目均不适用', en: 'no part applies' },
  'combine.no-weight': { zh: '剩余各项没有权重', en: 'what is left has no weight' },
  'relative.no-best': { zh: '本组最优值为零，无法按比例计算', en: 'the best of the group is zero' },
  'carry.no-previous-rating': { zh: '没有上期结果可以沿用', en: 'there is no previous rating to carry on' },
  'figure.division-by-zero': { zh: '除数为零', en: 'division by zero' },
  'figure.out-of-range': { zh: '数值过大，无法精确计算', en: 'the figure is too large to be exact' },
  'raters.spread': { zh: '评分人分差过大', en: 'the raters are too far apart' },
  'raters.distribution': { zh: '等次比例超出规定', en: 'the distribution of grades is not kept' },
};
