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
    expect(operator.output).toMatch(
      /✓ 已由 A14 明确 \[text\.threshold\] 2\.2：“不少于12次”，达不到的后果未规定（第 \d+ 行）/,
    );
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

  describe('of what is open', () => {
    const unsettled = (rulings: string) => `schema: mofan-rubric/2
id: t
version: '2026'
title: 表
source: { document: 表, issuedBy: 办公室, printedOn: 2026-01-05 }
points: 10
rounding: { mode: half-up, places: 1 }
grades: []
scales: {}
metrics: []
evidenceKinds: [{ id: other, title: 其他, en: other, group: other, criteria: [] }]
documents: []
children:
  - { id: '1.10', text: 集中学习不少于12次, points: 10, from: { mark: { step: 1 } } }
${rulings}`;
    const none = 'rulings: { proposedOn: 2026-01-05, items: [] }';
    const pasted = () =>
      operator.output.slice(operator.output.indexOf('# To settle'), -1).split('\n').slice(1).join('\n');

    it('prints the code and the place, in both languages', () => {
      const named = operator.file('t.yaml', unsettled(none));
      runLint(named, { rulings: 'all' });
      expect(operator.output.split('\n').slice(0, 2)).toEqual([
        '! 存疑 [text.threshold] 1.10：“不少于12次”，达不到的后果未规定（第 14 行）',
        `    ${named}:14:11: text.threshold: 1.10: “不少于12次”: nothing says what follows when it is not met`,
      ]);
    });

    it('prints the rulings that settle it: put in place of none, nothing is open', () => {
      runLint(operator.file('t.yaml', unsettled(none)), { rulings: 'all' });
      const settled = unsettled(pasted());
      operator.output = '';
      runLint(operator.file('settled.yaml', settled), { rulings: 'all' });
      expect(operator.output).toContain('共1处，待明确0处');
      expect(operator.output).toContain('✓ 已由 A01 明确 [text.threshold]');
    });

    it('or added to those that there are', () => {
      const own = `rulings:
  proposedOn: 2026-01-05
  items:
    - { id: A07, on: 全表, problem: 未写明, reading: 写明, alternatives: [], leaves: [] }`;
      runLint(operator.file('t.yaml', unsettled(own)), { rulings: 'all' });
      const settled = unsettled(`${own}\n${pasted()}`);
      operator.output = '';
      runLint(operator.file('settled.yaml', settled), { rulings: 'all' });
      expect(operator.output).toContain('✓ 已由 A08 明确 [text.threshold]');
    });

    it('gives the ruling to programs too', () => {
      runLint(operator.file('t.yaml', unsettled(none)), { rulings: 'all', json: true });
      expect(JSON.parse(operator.output)).toMatchObject([
        { finding: { code: 'text.threshold' }, ruling: { id: 'A01', leaves: ['1.10'], settles: ['text.threshold'] } },
      ]);
    });
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
