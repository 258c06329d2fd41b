import { describe, expect, it } from 'vitest';
import { runLint } from './lint.ts';
import { anOperator } from './operator.fixture.ts';
import { runScore } from './score.ts';
import { HEAD, SOUND } from './table.fixture.ts';

const operator = anOperator();
const { file, faultOf } = operator;
const line = (rest: string) => `  - { id: a, text: 甲, points: 10, ${rest} }\n`;
const marked = (more: string) => line(`from: { mark: { step: 1 } }${more}`);
const lintOf = (text: string) => faultOf(() => runLint(file('t.yaml', text), { rulings: 'all' }));

describe('a table that cannot be used says where it is wrong and what may stand there', () => {
  it.each<[string, string, string, string]>([
    [
      'an unknown grade in an expression',
      `${SOUND}steps:\n  - decide: [{ when: graded('exellent') > 0, grade: excellent }, { grade: qualified }]\n`,
      "t.yaml 第 17 行第 29 列：“表”（t）：算式“graded('exellent') > 0”第 8 个字符：表中没有等次“exellent”，相近的有 excellent（优秀）。",
      "t.yaml:17:29: “表” (t): “graded('exellent') > 0”, character 8: there is no grade “exellent”: did you mean excellent (优秀)?",
    ],
    [
      'an unknown line in the condition of a selection, whose words another one has too',
      `${SOUND}selections:\n  - { id: s, title: 先进, places: 1, eligible: line('b') > 1, order: [{ by: line('a'), best: highest }] }\n`,
      "t.yaml 第 17 行第 51 列：“先进”（s）：算式“line('b') > 1”第 6 个字符：表中没有条目“b”，可写 t（表）、a（甲）。",
      "t.yaml:17:51: “先进” (s): “line('b') > 1”, character 6: there is no line “b”: write t (表), a (甲)",
    ],
    [
      'a Chinese comma in an expression',
      marked(", steps: [compute: 'max(1，score)']"),
      't.yaml 第 15 行第 87 列：“甲”（a）：算式“max(1，score)”第 6 个字符：“，”是中文逗号，请用英文逗号 ,。',
      't.yaml:15:87: “甲” (a): “max(1，score)”, character 6: “，” is a Chinese comma: write ,',
    ],
    [
      'an unknown grade of a band',
      marked(', steps: [band: [{ from: 3, grade: exelent }]]'),
      't.yaml 第 15 行第 97 列：“甲”（a）：没有等次“exelent”，可写 excellent（优秀）、qualified（合格）。',
      't.yaml:15:97: “甲” (a): there is no grade “exelent”: write excellent (优秀), qualified (合格)',
    ],
    [
      'a slip in a key',
      '  - { id: a, txt: 甲, points: 10, from: { mark: { step: 1 } } }\n',
      't.yaml 第 15 行第 14 列：“a”：此处没有“txt”，疑为 text；可写 id、text、en、points、bonus、penalty、weight、notApplicable、documents、from、steps。',
      't.yaml:15:14: “a”: there is no “txt” here. Did you mean text? There are id, text, en, points, bonus, penalty, weight, notApplicable, documents, from, steps',
    ],
    [
      'a key of another step',
      marked(', steps: [clamp: { min: 0 }]'),
      't.yaml 第 15 行第 81 列：“甲”（a）的 steps 第 1 项 clamp：此处没有“min”，可写 least、most。',
      't.yaml:15:81: “甲” (a), steps item 1 clamp: there is no “min” here. There are least, most',
    ],
    [
      'a slip in a choice of words',
      line('notApplicable: excluded, from: { mark: { step: 1 } }'),
      't.yaml 第 15 行第 50 列：“甲”（a）的 notApplicable：只能是 exclude、full 或 zero，疑为 exclude。',
      't.yaml:15:50: “甲” (a), notApplicable: exclude, full or zero: did you mean exclude?',
    ],
    [
      'a word for a number',
      line('from: { mark: { percent: yes } }'),
      't.yaml 第 15 行第 60 列：“甲”（a）的 from mark percent：应为数，如 12、0.5。',
      't.yaml:15:60: “甲” (a), from mark percent: a number like 12 or 0.5',
    ],
    [
      'a number of full width',
      '  - { id: a, text: 甲, points: １０, from: { mark: { step: 1 } } }\n',
      't.yaml 第 15 行第 31 列：“甲”（a）的 points：“１０”中有全角字符，请写 10。',
      't.yaml:15:31: “甲” (a), points: “１０” has full-width characters: write 10',
    ],
    [
      'a number with a measure word',
      '  - { id: a, text: 甲, points: 10分, from: { mark: { step: 1 } } }\n',
      't.yaml 第 15 行第 31 列：“甲”（a）的 points：“10分”应只写数：10。',
      't.yaml:15:31: “甲” (a), points: “10分” should be the number alone: 10',
    ],
    [
      'a number with a sign that it does not take',
      '  - { id: a, text: 甲, penalty: -10, from: { mark: { step: 1 } } }\n',
      't.yaml 第 15 行第 32 列：“甲”（a）的 penalty：“-10”不要带负号，请写 10。',
      't.yaml:15:32: “甲” (a), penalty: “-10” takes no sign: write 10',
    ],
    [
      'a title in the place of a code',
      marked(', steps: [band: [{ from: 3, grade: 优秀 }]]'),
      't.yaml 第 15 行第 97 列：“甲”（a）的 steps 第 1 项 band 第 1 项 grade：“优秀”是名称，请写代码 excellent。',
      't.yaml:15:97: “甲” (a), steps item 1 band item 1 grade: “优秀” is a title: write the code excellent',
    ],
    [
      'words in the place of a code that nothing is called',
      marked(', steps: [gate: { when: score > 1, because: 多, gradeAtMost: 良 }]'),
      't.yaml 第 15 行第 122 列：“甲”（a）的 steps 第 1 项 gate gradeAtMost：没有等次“良”，可写 excellent（优秀）、qualified（合格）。',
      't.yaml:15:122: “甲” (a), steps item 1 gate gradeAtMost: there is no grade “良”: write excellent (优秀), qualified (合格)',
    ],
    [
      'an end of a band of no known shape',
      marked(', steps: [band: [{ from: { plus: 3 }, points: 1 }]]'),
      't.yaml 第 15 行第 87 列：“甲”（a）的 steps 第 1 项 band 第 1 项 from：须写其中之一：“points”、“minus”、“times”、“greatest”。',
      't.yaml:15:87: “甲” (a), steps item 1 band item 1 from: one of “points”, “minus”, “times”, “greatest”',
    ],
    [
      'a slip in the key of a source',
      line('from: { marks: { step: 1 } }'),
      't.yaml 第 15 行第 43 列：“甲”（a）的 from：此处没有“marks”，疑为 mark；可写 mark、cases、votes、formula、combine。',
      't.yaml:15:43: “甲” (a), from: there is no “marks” here. Did you mean mark? There are mark, cases, votes, formula, combine',
    ],
    [
      'a missing key',
      line('from: { mark: { scale: x, caps: [{ metric: m, least: 1 }] } }'),
      't.yaml 第 15 行第 68 列：“甲”（a）的 from mark caps 第 1 项：缺少“gradeAtMost”。',
      't.yaml:15:68: “甲” (a), from mark caps item 1: “gradeAtMost” is missing',
    ],
    [
      'a key too many',
      line('from: { mark: { step: 1, values: [1] } }'),
      't.yaml 第 15 行第 49 列：“甲”（a）的 from mark：须写其中之一：scale、step、percent、values、grades。',
      't.yaml:15:49: “甲” (a), from mark: one of: scale, step, percent, values, grades',
    ],
    [
      'an id that stands twice',
      `${SOUND}${SOUND}`,
      't.yaml 第 16 行第 11 列：“甲”（a）的 id：“a”出现了两次（第一处在第 15 行第 11 列）。',
      't.yaml:16:11: “甲” (a), id: “a” stands twice (first at 15:11)',
    ],
    [
      'a rate that stands twice',
      `  - id: a
    text: 甲
    points: 10
    from:
      cases:
        charge: every
        deduct:
          - { id: r1, title: 迟到, category: late, per: case, points: 1 }
          - { id: r2, title: 早退, category: late, per: case, points: 2 }
`,
      't.yaml 第 23 行第 44 列：“早退”（r2）的 category：“late”出现了两次，而一种情形只能在一处扣分或加分（第一处在第 22 行第 44 列）。',
      't.yaml:23:44: “早退” (r2), category: “late” stands twice, but a case is charged at one rate in one place (first at 22:44)',
    ],
    [
      'lines that read each other',
      "  - { id: a, text: 甲, points: 5, from: { formula: line('b') } }\n  - { id: b, text: 乙, points: 5, from: { formula: line('a') } }\n",
      't.yaml 第 15 行第 11 列：“甲”（a）：互相引用，无法计算：“甲”（a）→“乙”（b）→“甲”（a）。',
      't.yaml:15:11: “甲” (a): these read each other in a circle: “甲” (a) → “乙” (b) → “甲” (a)',
    ],
    [
      'a line that reads itself',
      line("from: { formula: line('a') }"),
      't.yaml 第 15 行第 11 列：“甲”（a）：算式引用了自身，无法计算。',
      't.yaml:15:11: “甲” (a): it reads itself and cannot be computed',
    ],
  ])('for %s', (_, rest, zh, en) => expect(lintOf(HEAD + rest)).toEqual({ zh, en, exitCode: 2 }));
});

describe('a table whose figures do not agree', () => {
  const weighted = (weights: readonly string[]) =>
    `from: { combine: { by: weighted } }\n${HEAD}${['甲', '乙', '丙'].map((text, n) => `  - { id: l${n}, text: ${text}, points: 10${weights[n]}, from: { mark: { step: 1 } } }\n`).join('')}`;
  const quota = '{ share: 40, of: group, rounding: cut }';

  it.each<[string, string, string, string]>([
    [
      'a share without its sign',
      `${HEAD}${SOUND}selections:\n  - { id: s, title: 先进, quota: ${quota}, order: [{ by: line('a'), best: highest }] }\n`,
      't.yaml 第 17 行第 11 列：“先进”（s）：比例 40 大于 1；百分比要写百分号，如 40%。',
      't.yaml:17:11: “先进” (s): a share of 40 is more than all; a percentage has its sign, like 40%',
    ],
    [
      'weights above the whole',
      weighted([', weight: 50%', ', weight: 33.5%', ', weight: 20%']),
      't.yaml 第 3 行第 5 列：“表”（t）：权重合计 103.5%，应为 100%：“甲”（l0）50%、“乙”（l1）33.5%、“丙”（l2）20%。',
      't.yaml:3:5: “表” (t): the weights add up to 103.5%, not to 100%: “甲” (l0) 50%, “乙” (l1) 33.5%, “丙” (l2) 20%',
    ],
    [
      'weights that no decimal holds',
      weighted([', weight: 1/3', ', weight: 1/3', ', weight: 1/4']),
      't.yaml 第 3 行第 5 列：“表”（t）：权重合计 ≈ 91.6667%，应为 100%：“甲”（l0）≈ 33.3333%、“乙”（l1）≈ 33.3333%、“丙”（l2）25%。',
      't.yaml:3:5: “表” (t): the weights add up to ≈ 91.6667%, not to 100%: “甲” (l0) ≈ 33.3333%, “乙” (l1) ≈ 33.3333%, “丙” (l2) 25%',
    ],
    [
      'a weight without its sign',
      weighted([', weight: 50%', ', weight: 30', ', weight: 20%']),
      't.yaml 第 17 行第 44 列：“乙”（l1）：权重 30 缺少百分号，请写 30%。',
      't.yaml:17:44: “乙” (l1): the weight 30 lacks its percent sign: write 30%',
    ],
    [
      'a weight that is missing',
      weighted([', weight: 50%', ', weight: 30%', '']),
      't.yaml 第 18 行第 11 列：“丙”（l2）：在加权的组里没有写权重 weight，一分也不会计入。',
      't.yaml:18:11: “丙” (l2): has no weight in a weighted group: nothing of it would count',
    ],
  ])('tells %s as a finding to whoever checks it, as no table to whoever scores', (_, text, zh, en) => {
    expect(lintOf(text)).toEqual({ zh, en, exitCode: 1 });
    const facts = file('f.yaml', 'marks: {}\n');
    expect(faultOf(() => runScore(file('t.yaml', text), facts))).toEqual({ zh, en, exitCode: 2 });
  });
});

describe('a finding', () => {
  it('stands where its line does', () => {
    const table = file('t.yaml', `${HEAD}${SOUND.replace('10', '11')}`);
    runLint(table, { rulings: 'all' });
    expect(operator.output).toContain('✗ 矛盾 [sum.mismatch] t：写明 10 分，下级合计 11 分（第 2 行）\n');
    expect(operator.output).toContain(`${table}:2:5: sum.mismatch: t: 10 points are stated`);
    operator.output = '';
    runLint(table, { rulings: 'all', json: true });
    expect(JSON.parse(operator.output)).toMatchObject([{ line: 2, column: 5 }]);
  });
});
