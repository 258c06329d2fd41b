import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runLint } from './lint.ts';
import { anOperator } from './operator.fixture.ts';

const table = path.resolve(import.meta.dirname, '../../../../packages/rubric/rubrics/yueqing-2020.json');

const operator = anOperator();
const fileOf = (text: string): string => operator.file('rubric.json', text);

describe('rubric lint', () => {
  it('ends well on the 2020 table as its rulings read it, and says which ruling settled what', () => {
    runLint(table, { rulings: 'all' });
    expect(process.exitCode).toBeUndefined();
    expect(operator.output).toMatch(/✓ 已由 A14 明确 2\.2：“不少于12次”，达不到的后果未规定（第 \d+ 行）/);
    expect(operator.output).toMatch(/共\d+处，待明确0处/);
  });

  it('ends with 1 on the same table taken literally, what is open first', () => {
    runLint(table, { rulings: 'none' });
    expect(process.exitCode).toBe(1);
    expect(operator.output).toMatch(/^(✗ 矛盾|! 存疑)/);
    expect(operator.output).toContain('6分项（6条，如1.3）：一般 1–3 与不合格 0–3 在 1–3 重叠');
  });

  it('prints JSON for programs', () => {
    runLint(table, { rulings: 'A02, A04', json: true });
    const found = JSON.parse(operator.output) as { open: boolean; finding: { code: string }; settledBy: string[] }[];
    expect(found.find(({ finding }) => finding.code === 'band.below-zero')).toMatchObject({
      open: false,
      settledBy: ['A04'],
    });
    expect(found.find(({ finding }) => finding.code === 'band.gap')).toMatchObject({ open: true, settledBy: [] });
  });

  it('refuses a ruling that the table does not have', () =>
    expect(() => runLint(table, { rulings: 'A99' })).toThrow(expect.objectContaining({ name: 'Fault', exitCode: 2 })));

  it('says line and column of what is no rubric', () => {
    expect(() => runLint(fileOf('schema: mofan-rubric/2\nid: [a'), { rulings: 'all' })).toThrow(
      expect.objectContaining({ exitCode: 2, zh: expect.stringContaining('第 2 行第 7 列') }),
    );
    expect(() => runLint(fileOf('{ "schema": "another" }'), { rulings: 'all' })).toThrow(
      expect.objectContaining({ exitCode: 2, zh: expect.stringContaining('第 1 行') }),
    );
  });
});
