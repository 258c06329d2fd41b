/** A column of the template: what stands above it, how it is filled in, and what may be chosen. */
export interface TemplateColumn {
  heading: string;
  width: number;
  says: string;
  choice?: readonly string[];
  /** other words that mean one of the choices without a doubt */
  also?: Readonly<Record<string, string>>;
  /** numbers only, not below zero; `positive`: not zero either */
  number?: 'positive' | 'any';
  /** what may stand behind a number; `row`: the unit that the row names */
  unit?: '分' | '%' | 'row';
}

/** A column of a sheet of rules: `key` is what the row calls it, `optional`: it may stay empty. */
export interface RuleColumn<Key extends string = string> extends TemplateColumn {
  key: Key;
  optional?: true;
}

export interface TemplateSheet {
  name: string;
  columns: readonly TemplateColumn[];
}

export interface RuleSheet<Key extends string = string> extends TemplateSheet {
  columns: readonly RuleColumn<Key>[];
}

/** How a line is scored, in the words that the column 计分方式 offers. */
export const SCORING_WAYS = ['打分', '百分比', '列举值', '评等次', '扣分加分', '按数值'] as const;
export type ScoringWay = (typeof SCORING_WAYS)[number];
/** What clerks write instead. */
export const ALSO_WAYS: Readonly<Record<string, ScoringWay>> = {
  扣分: '扣分加分',
  加分: '扣分加分',
  加分扣分: '扣分加分',
  加扣分: '扣分加分',
  扣加分: '扣分加分',
  加减分: '扣分加分',
  等次: '评等次',
  评等: '评等次',
  列举: '列举值',
  数值: '按数值',
  百分数: '百分比',
  按百分比: '百分比',
};
export const COUNTING_WAYS = ['基本分', '加分', '扣分', '不计分'] as const;
export const WAY = '计分方式';
export const VALUES = '计分说明';

/** How what a line is worth counts. */
export const COUNTING_COLUMN: TemplateColumn = {
  heading: '计入',
  width: 8,
  says: '基本分计入满分，加分另加，扣分另扣，不计分的只作记录；留空为基本分。',
  choice: COUNTING_WAYS,
  also: { 基本: '基本分', 附加: '加分', 附加分: '加分', 奖励分: '加分', 减分: '扣分', 不计: '不计分' },
};

export const TABLE: TemplateSheet = {
  name: '考核指标',
  columns: [
    { heading: '序号', width: 6, says: '每条一个，从1起；后面几张工作表凭它找到这一条。', number: 'positive' },
    { heading: '类别', width: 16, says: '第一级。同一类别只写一次，下面各行留空；也可以逐行重复。' },
    { heading: '项目', width: 20, says: '第二级，写法同上。' },
    { heading: '考核内容', width: 50, says: '第三级，每行一条，一格只写一条。' },
    {
      heading: '分值',
      width: 8,
      says: '这一条的满分；加分、扣分的写最多多少分。项目、类别和全表的分值由系统相加，不必填写。',
      number: 'positive',
    },
    COUNTING_COLUMN,
    { heading: '权重', width: 8, says: '按权重计的才填，如30%，全表合计100%；这时各条都不填分值。' },
    {
      heading: WAY,
      width: 12,
      says: '打分：以0.5分为单位；百分比：打整百分数；列举值：只可打“计分说明”里列出的分；其余三种再填同名的工作表。',
      choice: SCORING_WAYS,
      also: ALSO_WAYS,
    },
    { heading: VALUES, width: 16, says: '列举值写可打的分，如“0、4、10”；其他方式留空。' },
    { heading: '佐证材料', width: 20, says: '这一条凭什么材料评分，可以留空。' },
    { heading: '说明', width: 24, says: '其他要说的，可以留空；不作为规则读入。' },
  ],
};

export const GRADES: RuleSheet<'title' | 'ofLine' | 'ofTotal'> = {
  name: '评等次',
  columns: [
    { key: 'title', heading: '等次', width: 12, says: '从好到差，每行一个，如优、良、合格、不合格。' },
    {
      key: 'ofLine',
      heading: '每条不低于（占分值%）',
      width: 22,
      says: '评这一等的至少得分值的百分之几，如90；最差一等写0。',
      number: 'any',
      unit: '%',
      optional: true,
    },
    {
      key: 'ofTotal',
      heading: '全表总分不低于',
      width: 18,
      says: '总分够多少为这一等；不按总分定等次的留空。',
      number: 'any',
      unit: '分',
      optional: true,
    },
  ],
};

export const RATES: RuleSheet<'line' | 'title' | 'sign' | 'points' | 'most'> = {
  name: '扣分加分',
  columns: [
    { key: 'line', heading: '序号', width: 6, says: '是“考核指标”里的哪一条；一条可以有几行。', number: 'positive' },
    { key: 'title', heading: '情形', width: 40, says: '发生了什么，如“迟到”“获省级表彰”。' },
    {
      key: 'sign',
      heading: '扣或加',
      width: 8,
      says: '扣分自满分起扣，扣完为止；加分自零起加。',
      choice: ['扣', '加'],
      also: { 扣分: '扣', 减: '扣', 减分: '扣', 加分: '加' },
    },
    {
      key: 'points',
      heading: '每次分值',
      width: 10,
      says: '每发生一次扣（加）多少分。',
      number: 'positive',
      unit: '分',
    },
    {
      key: 'most',
      heading: '最多',
      width: 8,
      says: '这种情形最多扣（加）多少分，可以留空。',
      number: 'positive',
      unit: '分',
      optional: true,
    },
  ],
};

export const MEASURES: RuleSheet<'line' | 'title' | 'unit' | 'from' | 'points'> = {
  name: '按数值',
  columns: [
    { key: 'line', heading: '序号', width: 6, says: '是“考核指标”里的哪一条；每一档一行。', number: 'positive' },
    { key: 'title', heading: '数值', width: 30, says: '看哪个数，如“群众满意率”；同一条各行相同。' },
    { key: 'unit', heading: '单位', width: 8, says: '如“%”“件”，可以留空。', optional: true },
    {
      key: 'from',
      heading: '不低于',
      width: 10,
      says: '这一档从多少起，如95；不是“不低于”的连同文字写，如“不超过3”“低于60”“高于5”。最低一档写0。',
      unit: 'row',
    },
    { key: 'points', heading: '得分', width: 8, says: '落在这一档得多少分。', number: 'any', unit: '分' },
  ],
};

/** The sheets that say the rules, beside the table itself. */
export const RULE_SHEETS: readonly RuleSheet[] = [GRADES, RATES, MEASURES];

/** The sheet that says how the others are filled in. */
export const INSTRUCTIONS = '填写说明';
