import { bare } from './wording.ts';

/**
 * What a column is for. `standard` may be the level of the criteria or only say how the level before is scored;
 * `counting` says whether points are 加分 or 扣分; `fill` is left empty in the table for those who will assess.
 */
export type Role = 'ordinal' | 'level' | 'standard' | 'points' | 'weight' | 'counting' | 'fill' | 'extra';

const ASSESS = '(?:考核|评价|考评|评分|评估|检查|测评|验收|创建|建设|工作|督查|绩效)?';

/** The first that matches decides. */
const VOCABULARY: [Role, RegExp][] = [
  ['ordinal', /^(?:序号?|编号|项次|号码?|no\.?|№)$/i],
  ['weight', /权重|权数|比重|占比/],
  ['points', /^(?:评价|考核|考评|标准|基准|基本|基础|总|应得|指标|项目)?(?:分值|分数)$/],
  ['points', /^(?:标准分值?|基准分值?|基本分值?|基础分值?|满分值?|配分|总分)$/],
  ['counting', /^(?:计入|分值性质)$/],
  ['standard', /^(?:考核|评分|评价|考评|评估|测评|检查|验收)(?:标准|细则)(?:及分值)?$/],
  ['level', /^[一二三四五六七八九1-9]级(?:考核|评价|评估)?(?:指标|项目|目标|内容|类别)(?:名称)?$/],
  [
    'level',
    new RegExp(`^${ASSESS}(?:类别|类型|大类|项目|内容|指标|要点|要素|事项|目标|任务|要求|维度|方面|领域|模块)$`),
  ],
  ['level', /^(?:具体|主要|重点|目标|指标|项目)(?:内容|任务|指标|要求|名称|工作|类别)$/],
  [
    'level',
    new RegExp(
      `^${ASSESS}(?:内容|指标|项目|要求|标准)[及和与、](?:考核|评分|评价|考评|计分|打分|扣分)?(?:内容|指标|要求|标准|目标|细则|办法)$`,
    ),
  ],
  ['level', /^(?:标准|细则|具体标准|具体细则)$/],
  [
    'fill',
    /^(?:自评|自查|考核|实际?|考评|评价|检查|评定|初评|复评|核定|最终|最后|综合|测评|抽查|审核)?(?:得分|打分|评分|评定分)$/,
  ],
  ['fill', /^(?:自评|自查|考评|考核|检查|核定|评定|实得|扣|加|加减)分$/],
  ['fill', /^(?:自评|自查|完成|落实|得分|扣分|加分|加减分|检查|考核|评价)(?:情况|结果|等次|等级|小结)$/],
  ['fill', /^(?:扣分|得分|加分|失分)(?:原因|理由|事由|说明)$/],
  [
    'extra',
    /^(?:扣分|加分|计分|评分|得分|打分|赋分|考核|评价|考评|评定)(?:标准|细则|办法|方法|方式|规则|依据|说明|周期|时间|频次|对象|主体|单位|部门|科室)$/,
  ],
  ['extra', /^(?:责任|牵头|主管|配合|承办|实施|落实|协办|归口|分管)(?:单位|部门|科室|处室|领导|人)$/],
  ['extra', /^(?:数据|资料|材料|指标|信息)(?:来源|出处|说明|解释|清单)$/],
  ['extra', /^(?:佐证|证明|支撑|印证|备查|台账)(?:材料|资料)$/],
  ['extra', /^(?:备注|说明|完成时限|完成时间|时间节点|依据)$/],
];

/** A heading is short; what is longer is text. */
const LONGEST = 60;

/** The role that a heading names, or null for words that the vocabulary does not have. */
export function roleOf(heading: string): Role | null {
  const plain = bare(heading.slice(0, LONGEST))
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]$/, '')
    .replace(/[::]$/, '');
  return VOCABULARY.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const TOTAL = /^(?:合计|总计|总分|小计|共计|累计|总得分)(?:得分|分值|分数)?(?:[([].*[)\]])?[:]?(?:\d+(?:\.\d+)?分?)?$/;
const NOTE = /^(?:备注|附注|注释|注|说明|填表说明|评分说明|考核说明)(?:\d{0,2}[:.、]|$)/;

/** Whether a cell begins a row of totals: 合计, 总分, 小计（30分） … */
export const isTotal = (text: string): boolean => TOTAL.test(bare(text.slice(0, LONGEST)));

/** Whether a paragraph or cell begins the notes of a table: 备注：, 注：, 说明： … */
export const isNote = (text: string): boolean => NOTE.test(bare(text.slice(0, LONGEST)));

const SIGNATURE =
  /^(?:制表|填表|审核|复核|审批|经办|记录|考核|被考核|考评|评分|检查|负责|单位负责|科室负责|主管领导|分管领导|领导)(?:人员?|者|单位|部门|科室|组|组长|日期|时间)?(?:签字|签名|签章|盖章)?(?:\([^)]{0,10}\))?:/;

/** Whether a text says who made, checked or signed the paper: 制表人：张三, 考核人签字： … */
export const isSignature = (text: string): boolean => SIGNATURE.test(bare(text.slice(0, LONGEST)));
