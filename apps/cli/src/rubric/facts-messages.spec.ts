import { describe, expect, it } from 'vitest';
import { anOperator } from './operator.fixture.ts';
import { runScore } from './score.ts';
import { HEAD, SOUND } from './table.fixture.ts';

const operator = anOperator();
const { file, faultOf } = operator;

describe('facts that cannot be used', () => {
  it.each<[string, string, string, string]>([
    [
      'a word for a count',
      'records: { study: many }\n',
      'f.yaml 第 1 行第 19 列：佐证材料（records），study：应为不带符号的整数，如 12。',
      'f.yaml:1:19: records, study: a whole number like 12',
    ],
    [
      'a day that is none',
      'asOf: 2026-13-01\n',
      'f.yaml 第 1 行第 7 列：截至日期（asOf）：“2026-13-01”不是日期，应如 2026-01-31。',
      'f.yaml:1:7: asOf: “2026-13-01” is not a date like 2026-01-31',
    ],
    [
      'a slip in a key',
      'marks: [{ criterion: a, ponts: 3 }]\n',
      'f.yaml 第 1 行第 25 列：评分（marks），第 1 项：此处没有“ponts”，疑为 points；可写 id、criterion、grade、points、final、discretion、rater、group。',
      'f.yaml:1:25: marks, item 1: there is no “ponts” here. Did you mean points? There are id, criterion, grade, points, final, discretion, rater, group',
    ],
    [
      'a key that there is none of',
      'units: { 东区: { marks: [{ criterion: a, pts: 3 }] } }\n',
      'f.yaml 第 1 行第 40 列：东区，评分（marks），第 1 项：此处没有“pts”，可写 id、criterion、grade、points、final、discretion、rater、group。',
      'f.yaml:1:40: 东区, marks, item 1: there is no “pts” here. There are id, criterion, grade, points, final, discretion, rater, group',
    ],
    [
      'a missing key',
      'cases: [{ times: 2 }]\n',
      'f.yaml 第 1 行第 9 列：情形（cases），第 1 项：缺少“category”。',
      'f.yaml:1:9: cases, item 1: “category” is missing',
    ],
    [
      'a number below zero',
      'units: { 东区: { cases: [{ category: a, times: -2 }] } }\n',
      'f.yaml 第 1 行第 46 列：东区，情形（cases），第 1 项，times：“-2”不要带负号，请写 2。',
      'f.yaml:1:46: 东区, cases, item 1, times: “-2” takes no sign: write 2',
    ],
  ])('for %s are blamed where that stands', (_, text, zh, en) =>
    expect(faultOf(() => runScore(file('t.yaml', HEAD + SOUND), file('f.yaml', text)))).toEqual({
      zh,
      en,
      exitCode: 2,
    }),
  );

  it('that stand where the table should, and the other way round, are recognised', () => {
    const [table, facts] = [file('t.yaml', HEAD + SOUND), file('f.yaml', 'marks: { a: 3 }\n')];
    expect(faultOf(() => runScore(facts, table)).zh).toContain('这是事实文件，不是考核表；两个文件的先后可能写反了');
    expect(faultOf(() => runScore(table, table)).zh).toContain('这是考核表，不是事实文件；两个文件的先后可能写反了');
  });
});

describe('facts that the rules refuse', () => {
  it('are told one by one in the order of the file, with unit, line, place and what may stand there', () => {
    const facts = file('f.yaml', 'units:\n  东区:\n    statements: { x: 是 }\n    marks: { a: 30, b: 3 }\n');
    runScore(file('t.yaml', HEAD + SOUND), facts);
    const [, told] = operator.output.split('\n}\n');
    expect(told?.replaceAll(`${operator.folder}/`, '').trim().split('\n')).toEqual([
      'f.yaml 第 3 行第 19 列：东区：表中没有输入项“x”，这里一个也没有。',
      'f.yaml:3:19: 东区: the table has no input “x”: there are none at all',
      'f.yaml 第 4 行第 17 列：东区，“甲”（a）：30 分超过本条满分 10 分。',
      'f.yaml:4:17: 东区, “甲” (a): 30 points are more than the 10 that the line is worth',
      'f.yaml 第 4 行第 21 列：东区：表中没有条目“b”，可写 a（甲）。',
      'f.yaml:4:21: 东区: the table has no line “b”: write a (甲)',
      '共3条事实未被接受，没有计入。',
      'Facts refused: 3. They do not count.',
    ]);
    expect(process.exitCode).toBe(1);
  });

  it('and what is only noted is told as such and is no failure', () => {
    process.exitCode = 0;
    const facts = file('f.yaml', 'marks: { a: 3 }\nrecords: [{ kind: other, occurredOn: 2025-12-20 }]\n');
    runScore(file('t.yaml', HEAD + SOUND), facts);
    const [, told] = operator.output.split('\n}\n');
    expect(told?.replaceAll(`${operator.folder}/`, '').trim().split('\n')).toEqual([
      'f.yaml 第 2 行第 38 列：提示：2025-12-20 不在考核期（2026-01-01 至 2026-12-31）内，不计入。',
      'f.yaml:2:38: note: 2025-12-20 lies outside the period (2026-01-01 to 2026-12-31) and does not count',
    ]);
    expect(process.exitCode).toBe(0);
  });
});
