import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteFacts, siteTable, table } from './corpus.fixture.ts';
import { anOperator } from './operator.fixture.ts';
import { runScore } from './score.ts';

const operator = anOperator();
const { file } = operator;

describe('rubric score', () => {
  it('prints the scorecard of one unit', () => {
    runScore(table, file('facts.yaml', "marks: { '1.1': { grade: good, points: 6 } }"));
    const { total, leaves } = JSON.parse(operator.output) as {
      total: { floor: string };
      leaves: { id: string; grade: string }[];
    };
    expect([total.floor, leaves[0]!.grade]).toEqual(['18', 'good']);
    expect(process.exitCode).toBeUndefined();
  });

  it('prints those of many, with the selections over them', () => {
    runScore(siteTable, siteFacts);
    const { units, selections } = JSON.parse(operator.output) as {
      units: Record<string, { total: { grade: string } }>;
      selections: [];
    };
    expect([units['alpha']!.total.grade, units['beta']!.total.grade, selections]).toEqual(['good', 'fail', []]);
  });

  it('ends with 1 when the rules refuse a fact, and names it', () => {
    runScore(table, file('facts.yaml', "marks: { '1.1': { grade: good, points: 8 } }"));
    expect(process.exitCode).toBe(1);
    expect(operator.output).toMatch(/facts.yaml:1:17: “.+” \(1\.1\): 8 points are not within/);
  });

  it('says line and column of facts that cannot be used', () =>
    expect(() => runScore(table, file('facts.yaml', 'marks:\n  - x: 1\n'))).toThrow(
      expect.objectContaining({ exitCode: 2, zh: expect.stringContaining('第 2 行第 5 列') }),
    ));

  it('ends with 2 for a file that is not there', () =>
    expect(() => runScore(path.join(operator.folder, 'gone.yaml'), siteFacts)).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    ));
});
