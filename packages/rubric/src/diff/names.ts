import type { Wording } from '../explain/wording.ts';
import type { Json, JsonObject } from './json.ts';

const name = (zh: string, en: string): Wording => ({ zh, en });
/** A place that has no name of its own: what stands in it says enough. */
const SILENT = name('', '');

/** Places that have a name, but only where they change as a whole: on the way to something smaller they say nothing. */
const ONLY_AS_A_WHOLE = new Set(['from', 'mark', 'cases', 'votes', 'combine', 'quota', 'rulings']);
/**
 * What the places of a table are called. A key under the list or object that it stands in ("deduct.points") goes before
 * the key alone; a key that is not here is called by itself.
 */
const NAMES: Record<string, Wording | undefined> = {
  id: name('编号', 'id'),
  code: name('代码', 'code'),
  schema: name('格式', 'schema'),
  version: name('版本', 'version'),
  title: name('标题', 'title'),
  text: name('文字', 'text'),
  en: name('英文', 'English text'),
  points: name('分值', 'points'),
  bonus: name('加分上限', 'bonus'),
  penalty: name('扣分上限', 'penalty'),
  weight: name('权重', 'weight'),
  notApplicable: name('不适用的处理', 'where it does not apply'),
  documents: name('引用文件', 'document'),
  children: name('条目', 'line'),
  figures: name('另列数值', 'figure'),
  from: name('评分依据', 'source'),
  steps: name('步骤', 'step'),
  // the whole table
  'table.points': name('满分', 'full marks'),
  'table.from': name('合计方式', 'way to the total'),
  'table.documents': name('文件', 'document'),
  source: name('来源', 'source'),
  document: name('文件名称', 'document'),
  issuedBy: name('印发单位', 'issued by'),
  printedOn: name('印发日期', 'printed on'),
  sha256: name('文件校验值', 'checksum'),
  levels: name('层级', 'level'),
  gradingNote: name('评分说明', 'grading note'),
  rounding: name('显示取整', 'shown rounding'),
  grades: name('等次', 'grade'),
  rule: name('说明', 'note'),
  scales: name('等次区间', 'scale'),
  bands: name('等次', 'band'),
  step: name('打分单位', 'step of marks'),
  inputs: name('输入项', 'input'),
  kind: name('类型', 'kind'),
  unit: name('单位', 'unit'),
  least: name('最低', 'least'),
  most: name('最高', 'most'),
  categories: name('事项', 'category'),
  category: name('事项', 'category'),
  role: name('身份', 'role'),
  metrics: name('计数', 'count'),
  counts: name('计数材料', 'counted evidence'),
  evidenceKinds: name('佐证材料', 'kind of evidence'),
  group: name('类别', 'group'),
  criteria: name('对应条目', 'criterion'),
  number: name('文号', 'number'),
  where: name('出处', 'place'),
  validFrom: name('生效日期', 'valid from'),
  validTo: name('失效日期', 'valid to'),
  supersededBy: name('代替文件', 'superseded by'),
  on: name('日期', 'date'),
  // sources
  mark: name('打分方式', 'way of marking'),
  formula: name('算式', 'formula'),
  votes: name('投票方式', 'ballots'),
  cases: name('扣分加分规定', 'rates'),
  combine: name('合并方式', 'way to combine'),
  scale: name('所用等次区间', 'scale'),
  percent: name('百分比打分单位', 'step in percent'),
  values: name('可打分值', 'values'),
  caps: name('封顶', 'cap'),
  'caps.least': name('至少次数', 'least count'),
  metric: name('计数', 'count'),
  gradeAtMost: name('最高等次', 'grade at most'),
  discretion: name('酌情扣分', 'discretionary deduction'),
  trigger: name('情形', 'trigger'),
  raters: name('评分人', 'assessors'),
  groups: name('评分组', 'group'),
  'raters.least': name('最少人数', 'least number'),
  spread: name('分差提醒', 'spread'),
  distribution: name('等次比例', 'distribution'),
  'distribution.most': name('上限', 'at most'),
  deduct: name('扣分项', 'rate'),
  add: name('加分项', 'rate'),
  'add.points': name('加分', 'points'),
  'deduct.most': name('合计上限', 'limit'),
  'add.most': name('合计上限', 'limit'),
  per: name('计算单位', 'unit'),
  quote: name('引文', 'quote'),
  charge: name('计法', 'charge'),
  shared: name('共担', 'shared'),
  options: name('选项', 'option'),
  worth: name('得分', 'worth'),
  turnout: name('有效票比例', 'turnout'),
  by: name('合并方式', 'way to combine'),
  best: name('只计最好的项数', 'number of best'),
  better: name('取优方式', 'better is'),
  drop: name('去掉的分数', 'dropped marks'),
  // steps
  compute: SILENT,
  clamp: SILENT,
  round: SILENT,
  band: name('档', 'band'),
  'band.points': name('得分', 'points'),
  'grades.points': name('得分', 'points'),
  lower: name('下限', 'lower end'),
  upper: name('上限', 'upper end'),
  grade: name('等次', 'grade'),
  decide: name('情形', 'case'),
  'decide.points': name('得分', 'points'),
  gate: SILENT,
  when: name('条件', 'condition'),
  because: name('说明', 'reason'),
  becomes: name('所计分值', 'becomes'),
  atMost: name('上限', 'at most'),
  ask: name('须作判断', 'to be judged'),
  refuse: name('不予计分', 'refused'),
  carry: name('沿用', 'carried on'),
  gradeDown: name('降等', 'grades less'),
  exclude: name('不计入', 'left out'),
  relative: SILENT,
  'relative.best': name('取优方式', 'best'),
  among: name('分组依据', 'grouped by'),
  share: name('比例', 'share'),
  byRank: name('名次分', 'points by rank'),
  upTo: name('至多单位数', 'groups of up to'),
  place: name('名次', 'place'),
  ties: name('并列', 'ties'),
  // selections, consequences
  selections: name('评选', 'selection'),
  eligible: name('参评条件', 'eligible'),
  order: name('排序依据', 'key'),
  'order.by': SILENT,
  'order.best': name('次序', 'direction'),
  places: name('名额', 'places'),
  'selections.least': name('最少参评单位数', 'least eligible'),
  'quota.where': name('计入基数的条件', 'counts towards the base'),
  quota: name('名额比例', 'quota'),
  of: name('基数', 'base'),
  'quota.rounding': name('名额取整', 'rounding'),
  consequences: name('后果', 'consequence'),
  dueInDays: name('期限天数', 'days'),
  amount: name('金额', 'amount'),
  split: name('分配', 'split'),
  pot: name('总额', 'pot'),
  'split.by': name('依据', 'by'),
  'split.round': name('取整', 'rounding'),
  // rulings
  rulings: name('口径', 'rulings'),
  'rulings.proposedOn': name('口径提出日期', 'rulings proposed on'),
  items: name('口径', 'ruling'),
  'items.on': name('所在原文', 'place in the text'),
  problem: name('问题', 'problem'),
  reading: name('读法', 'reading'),
  alternatives: name('未采用的读法', 'reading not taken'),
  leaves: name('涉及条目', 'line'),
  governs: name('适用于', 'governs'),
  settles: name('回应的检查', 'settled finding'),
  signed: name('签发', 'signature'),
  patch: name('改写', 'patch'),
  lines: SILENT,
};

/** What a key is called where it stands under `parent`; `of` is the object that it belongs to. */
export function nameOf(key: string, parent: string, of?: Json): Wording {
  if (parent === 'deduct' && key === 'points') {
    const perCase = (of as JsonObject | undefined)?.['per'] === 'case';
    return perCase ? name('每例扣分', 'points per case') : name('每次扣分', 'points per occurrence');
  }
  return NAMES[`${parent}.${key}`] ?? NAMES[key] ?? name(`“${key}”`, `“${key}”`);
}

/** The same for a place on the way to something smaller. */
export const nameOnTheWay = (key: string, parent: string, of?: Json): Wording =>
  ONLY_AS_A_WHOLE.has(key) ? SILENT : nameOf(key, parent, of);

/** What comes between a number and a name: 第 1 项排序依据, 第 2 种情形, 第 3 档. */
export const measureOf = (list: string): string => ({ band: '', decide: '种' })[list] ?? '项';
