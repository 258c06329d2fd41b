import { describe, expect, it } from 'vitest';
import { Fault } from '../fault.ts';
import { runLint } from './lint.ts';
import { runScore } from './score.ts';
import { anOperator } from './operator.fixture.ts';

/** A table of which each test writes what is wrong; it ends on line 14. */
const HEAD = `schema: mofan-rubric/2
id: t
version: '2026'
title: 表
source: { document: 表, issuedBy: 办公室, printedOn: 2026-01-05 }
points: 10
rounding: { mode: half-up, places: 1 }
grades: [{ code: excellent, title: 优秀 }, { code: qualified, title: 合格 }]
scales: {}
metrics: []
evidenceKinds: [{ id: other, title: 其他, en: other, group: other, criteria: [] }]
documents: []
rulings: { proposedOn: 2026-01-05, items: [] }
children:
`;
const SOUND = '  - { id: a, text: 甲, points: 10, from: { mark: { step: 1 } } }\n';

const operator = anOperator();
const { file } = operator;

/** What the operator reads of a file that cannot be used; its folder is left out. */
const faultOf = (act: () => void): { zh: string; en: string; exitCode: number } => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { zh, en, exitCode } = error;
    return { zh: zh.replace(`${operator.folder}/`, ''), en: en.replace(`${operator.folder}/`, ''), exitCode };
  }
  throw new Error('nothing was refused');
};

describe('a table that cannot be used', () => {
  const line = (rest: string) => `  - { id: a, text: 甲, points: 10, ${rest} }\n`;

  it('because a percentage lacks its sign is told so, as figures that do not agree', () => {
    const quota = '{ share: 40, of: group, rounding: cut }';
    const selection = `selections:\n  - { id: s, title: 先进, quota: ${quota}, order: [{ by: line('a'), best: highest }] }\n`;
    const { zh, exitCode } = faultOf(() => runLint(file('t.yaml', `${HEAD}${SOUND}${selection}`), { rulings: 'all' }));
    expect(zh).toBe('t.yaml 第 17 行第 11 列：细则不成立（s）：比例 40 大于 1；百分比要写百分号，如 40%。');
    expect(exitCode).toBe(1);
  });

  it.each([
    [
      'an unknown grade in an expression',
      `${SOUND}steps:\n  - decide: [{ when: graded('exellent') > 0, grade: excellent }, { grade: qualified }]\n`,
      "t.yaml 第 17 行第 22 列：细则不成立（t）：算式写错了：“graded('exellent') > 0”: there is no grade “exellent” (at 8)。",
    ],
    [
      'an unknown line in the condition of a selection, whose words another one has too',
      `${SOUND}selections:\n  - { id: s, title: 先进, places: 1, eligible: line('b') > 1, order: [{ by: line('a'), best: highest }] }\n`,
      "t.yaml 第 17 行第 46 列：细则不成立（s）：算式写错了：“line('b') > 1”: there is no line “b” (at 6)。",
    ],
    [
      'an unknown grade of a band',
      line('from: { mark: { step: 1 } }, steps: [band: [{ from: 3, grade: exelent }]]'),
      't.yaml 第 15 行第 97 列：细则不成立（a）：没有等次“exelent”。',
    ],
    [
      'a slip in a key',
      '  - { id: a, txt: 甲, points: 10, from: { mark: { step: 1 } } }\n',
      't.yaml 第 15 行第 5 列：细则不成立（children.0）：此处没有“txt”。',
    ],
    [
      'a slip in a choice of words',
      line('notApplicable: excluded, from: { mark: { step: 1 } }'),
      't.yaml 第 15 行第 50 列：细则不成立（children.0.notApplicable）：只能是 exclude、full 或 zero。',
    ],
    [
      'a word for a number',
      line('from: { mark: { percent: yes } }'),
      't.yaml 第 15 行第 60 列：细则不成立（children.0.from.mark.percent）：应为数，如 12、0.5。',
    ],
    [
      'an end of a band of no known shape',
      line('from: { mark: { step: 1 } }, steps: [band: [{ from: { plus: 3 }, points: 1 }]]'),
      't.yaml 第 15 行第 87 列：细则不成立（children.0.steps.0.band.0.from）：须写其中之一：“points”、“minus”、“times”、“greatest”。',
    ],
    [
      'a slip in a key',
      line('from: { marks: { step: 1 } }'),
      't.yaml 第 15 行第 41 列：细则不成立（children.0.from）：此处没有“marks”。',
    ],
    [
      'a key too many',
      line('from: { mark: { step: 1, values: [1] } }'),
      't.yaml 第 15 行第 49 列：细则不成立（children.0.from.mark）：须写其中之一：scale、step、percent、values、grades。',
    ],
    ['an id that stands twice', `${SOUND}${SOUND}`, 't.yaml 第 16 行第 11 列：细则不成立：“a”出现了两次。'],
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
          - { id: r2, title: 迟到, category: late, per: case, points: 2 }
`,
      't.yaml 第 23 行第 44 列：细则不成立：“late”出现了两次。',
    ],
  ])('for %s is blamed where that stands', (_, rest, zh) =>
    expect(faultOf(() => runLint(file('t.yaml', HEAD + rest), { rulings: 'all' }))).toMatchObject({ zh, exitCode: 2 }),
  );

  it('says in English what may stand there', () => {
    const { en } = faultOf(() =>
      runLint(file('t.yaml', HEAD + line('notApplicable: excluded, from: { mark: { step: 1 } }')), { rulings: 'all' }),
    );
    expect(en).toBe('t.yaml:15:50: rubric.malformed at children.0.notApplicable: exclude, full or zero');
  });
});

describe('facts that cannot be used', () => {
  it.each([
    [
      'a word for a count',
      'records: { study: many }\n',
      '第 1 行第 19 列：事实文件有误（records.study）：应为数，如 12。',
    ],
    ['a day that is none', 'asOf: 2026-13-01\n', '第 1 行第 7 列：事实文件有误（asOf）：应为日期，如 2026-01-31。'],
    [
      'a slip in a key',
      'marks: [{ criterion: a, pts: 3 }]\n',
      '第 1 行第 9 列：事实文件有误（marks.0）：此处没有“pts”。',
    ],
  ])('for %s are blamed where that stands', (_, text, zh) =>
    expect(faultOf(() => runScore(file('t.yaml', HEAD + SOUND), file('f.yaml', text)))).toMatchObject({
      zh: `f.yaml ${zh}`,
      exitCode: 2,
    }),
  );

  it('that stand where the table should, and the other way round, are recognised', () => {
    const [table, facts] = [file('t.yaml', HEAD + SOUND), file('f.yaml', 'marks: { a: 3 }\n')];
    expect(faultOf(() => runScore(facts, table)).zh).toContain('这是事实文件，不是考核表；两个文件的先后可能写反了');
    expect(faultOf(() => runScore(table, table)).zh).toContain('这是考核表，不是事实文件；两个文件的先后可能写反了');
  });

  it('that the rules refuse are told in words', () => {
    runScore(file('t.yaml', HEAD + SOUND), file('f.yaml', 'marks: { a: 30, b: 3 }\n'));
    expect(operator.output).toContain('细则不接受：a mark-a：该分数超过本条满分；mark-b：表中没有这一条');
    expect(operator.output).toContain('a mark-a (mark.beyond-points): the points exceed what the line is worth');
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
