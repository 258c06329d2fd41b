import { describe, expect, it } from 'vitest';
import { loadRubric } from '../load.ts';
import { RubricError } from '../rubric-error.ts';
import { FUNCTIONS } from './functions.ts';

/** What is said of a condition of a small table: from the character of its fault on. */
const faultOf = (when: string): { zh: string; en: string } => {
  try {
    loadRubric(tableWith(when));
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    const { zh, en } = error.said;
    return { zh: zh.slice(zh.lastIndexOf('”第') + 1), en: en.slice(en.indexOf('”, character') + 3) };
  }
  throw new Error('nothing was refused');
};

const tableWith = (when: string) => ({
  schema: 'mofan-rubric/2',
  id: 't',
  version: '2026',
  title: '表',
  source: { document: '表', issuedBy: '办公室', printedOn: '2026-01-01' },
  points: 10,
  rounding: { mode: 'half-up', places: 1 },
  grades: [{ code: 'good', title: '优秀' }],
  scales: {},
  metrics: [],
  inputs: [
    { id: 'rate', title: '满意率', kind: 'number' },
    { id: 'monthly', title: '月度', kind: 'series' },
    { id: 'moved', title: '搬迁', kind: 'statement' },
  ],
  categories: [{ id: 'fire', title: '火灾' }],
  evidenceKinds: [{ id: 'study', title: '学习', en: 'study', group: 'other', criteria: [] }],
  documents: [],
  children: [
    { id: 'a', text: '甲', points: 10, from: { mark: { step: 1 } } },
    // a category without a title
    {
      id: 'b',
      text: '迟到扣1分',
      penalty: 5,
      from: {
        cases: { charge: 'every', deduct: [{ id: 'late', title: '迟到', category: 'late', per: 'case', points: 1 }] },
      },
    },
  ],
  steps: [{ gate: { when, because: '某事', becomes: 0 } }],
  rulings: { proposedOn: '2026-01-01', items: [] },
});

describe('an expression that cannot be read says at which character and what to write', () => {
  it.each([
    ['max(1，2) > 1', '第 6 个字符：“，”是中文逗号，请用英文逗号 ,', 'character 6: “，” is a Chinese comma: write ,'],
    [
      'max（1, 2) > 1',
      '第 4 个字符：“（”是中文括号，请用英文括号 (',
      'character 4: “（” is a Chinese bracket: write (',
    ],
    [
      'line(‘a’) > 1',
      "第 6 个字符：“‘”是中文引号，请用英文引号 '",
      "character 6: “‘” is a Chinese quotation mark: write '",
    ],
    [
      "line('a') ≥ 1",
      '第 11 个字符：“≥”是数学符号，请写成 >=',
      'character 11: “≥” is no sign of the language: write >=',
    ],
    ["line('a') × 2 > 1", '第 11 个字符：“×”是乘号，请写成 *', 'character 11: “×” is no sign of the language: write *'],
    ["line('a') > ９", '第 13 个字符：“９”是全角字符，请用半角的 9', 'character 13: “９” is full-width: write 9'],
    [
      'moved且moved',
      '第 6 个字符：“且”是“并且”，请写成 and',
      'character 6: “且” is no word of the language: write and',
    ],
    ['rate － 1 > 1', '第 6 个字符：“－”是中文减号，请用英文减号 -', 'character 6: “－” is a dash: write -'],
    [
      'moved && moved',
      '第 7 个字符：“&”是“并且”，请写成 and',
      'character 7: “&” is no word of the language: write and',
    ],
    [
      '总数 > 1',
      '第 1 个字符：“总数”看不懂：算式中不写名称，要写代码',
      'character 1: “总数” is not understood: an expression has codes, not titles',
    ],
    [
      '满意率 > 1',
      '第 1 个字符：“满意率”是名称，请写代码 rate',
      'character 1: “满意率” is a title: write the code rate',
    ],
    ["line('a > 1", '第 6 个字符：引号没有关上', 'character 6: the quotation mark is not closed'],
    ["line('a') > ", '第 13 个字符：算式没有写完', 'character 13: the expression ends too soon'],
    ["line('a') > 1)", '第 14 个字符：此处不应有“)”', 'character 14: “)” is not expected'],
    ["(line('a') > 1", '第 15 个字符：此处应有“)”', 'character 15: “)” is expected'],
    [
      "line('a')",
      '第 1 个字符：此处应为条件，如 score >= 60',
      'character 1: a condition is expected, like score >= 60',
    ],
    ['moved + 1 > 2', '第 1 个字符：此处应为数', 'character 1: a number is expected'],
    [
      'rat > 1',
      '第 1 个字符：输入项中没有“rat”，相近的有 rate（满意率）',
      'character 1: there is no input “rat”: did you mean rate (满意率)?',
    ],
    [
      'monthly > 1',
      "第 1 个字符：“monthly”是序列，请写 mean('monthly')、sum('monthly') 等",
      "character 1: “monthly” is a series: write mean('monthly'), sum('monthly') …",
    ],
    [
      "lines('a') > 1",
      '第 1 个字符：没有函数“lines”，相近的有 line',
      'character 1: there is no function “lines”: did you mean line?',
    ],
    [
      'line(a) > 1',
      "第 6 个字符：line 的括号里应写带引号的名称，如 line('…')",
      "character 6: line needs a name in quotes, like line('…')",
    ],
    ["line('甲') > 1", '第 6 个字符：“甲”是名称，请写代码 a', 'character 6: “甲” is a title: write the code a'],
    [
      "count('studi') > 1",
      '第 7 个字符：表中没有佐证材料类别“studi”，相近的有 study（学习）',
      'character 7: there is no kind of evidence “studi”: did you mean study (学习)?',
    ],
    [
      "cases('fier') > 1",
      '第 7 个字符：没有扣分或加分用到情形“fier”，相近的有 fire（火灾）',
      'character 7: no rate names the category “fier”: did you mean fire (火灾)?',
    ],
    [
      "cases('fire', 1.5) > 1",
      '第 1 个字符：回溯期应为月数，是整数',
      'character 1: a window is a whole number of months',
    ],
    [
      "mean('rate') > 1",
      '第 6 个字符：输入项中没有序列“rate”，可写 monthly（月度）',
      'character 6: there is no series among the inputs called “rate”: write monthly (月度)',
    ],
    [
      "grade('a') >= '优秀'",
      '第 15 个字符：“优秀”是名称，请写代码 good',
      'character 15: “优秀” is a title: write the code good',
    ],
    ["grade('a') >= 1", '第 15 个字符：等次只能与等次比较', 'character 15: a grade is compared with a grade'],
    ["attribute('x') > 'y'", '第 16 个字符：文字只能用 = 或 != 比较', 'character 16: a text is only equal or not'],
    ['if(moved, 1) > 1', '第 1 个字符：写作 if(条件, 则, 否则)', 'character 1: it is if(condition, then, else)'],
    ['min() > 1', '第 1 个字符：min 的括号里至少写一个数', 'character 1: min needs something to choose from'],
    [
      "chosen('model')",
      '第 8 个字符：在此之前没有评选“model”，这里一个也没有',
      'character 8: no selection is carried out before this called “model”: there are none at all',
    ],
    [
      'parts(1, 2) > 1',
      "第 7 个字符：parts 的括号里应写带引号的名称，如 parts('…')",
      "character 7: parts needs a name in quotes, like parts('…')",
    ],
    [
      "run('monthly', '?', 1) > 1",
      "第 1 个字符：写作 run('序列', '<', 60)，符号可用 <、<=、>=、>",
      "character 1: it is run('series', '<', 60), with <, <=, >= or >",
    ],
  ])('%s', (when, zh, en) => expect(faultOf(when)).toEqual({ zh, en }));

  it('whatever function of the language is called, it is known', () => {
    for (const { id } of FUNCTIONS) expect(faultOf(`${id}() > 1 and 1`).zh).not.toContain('没有函数');
  });
});
