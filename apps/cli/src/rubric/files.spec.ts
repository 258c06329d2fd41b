import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { table } from './corpus.fixture.ts';
import { runExport, runImport, runSchema, runTemplate } from './files.ts';
import { anOperator } from './operator.fixture.ts';

const operator = anOperator();
const { file } = operator;

describe('rubric files', () => {
  it.each(['.docx', '.xlsx'])('are exported to %s and imported again, with a report', async (ending) => {
    const target = path.join(operator.folder, `table${ending}`);
    await runExport(table, target);
    await runImport(target, { id: 'again', tableVersion: '2026', issuedBy: '综合科', printedOn: '2026-01-01' });
    expect(operator.output).toContain('id: again');
    expect(operator.output).toMatch(
      /✓ 读懂 .*：10\.4：按印出的规则\n {4}understood: .*: 10\.4: by the rule that is printed/,
    );
    expect(operator.output).toMatch(/– 未读入 .*：2\.2：次数要求：党支部全年集中学习次数不足12次的/);
    expect(operator.output).toMatch(/✗ 未读懂 .*：2\.2：按印出的规则，但其中的次数要求没有读入，须人工写明/);
    expect(process.exitCode).toBe(1);
  });

  it('are refused by name and by content', async () => {
    await expect(runExport(table, path.join(operator.folder, 'table.pdf'))).rejects.toMatchObject({ exitCode: 2 });
    await expect(runTemplate(path.join(operator.folder, 'template.docx'))).rejects.toMatchObject({ exitCode: 2 });
    const imprint = { id: 'x', tableVersion: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
    await expect(runImport(file('nonsense.docx', 'nonsense'), imprint)).rejects.toMatchObject({ exitCode: 2 });
  });

  it('begin from a template, and have a schema for editors', async () => {
    await runTemplate(path.join(operator.folder, 'template.xlsx'));
    expect(fs.statSync(path.join(operator.folder, 'template.xlsx')).size).toBeGreaterThan(1000);
    runSchema();
    expect(operator.output).toContain('"mofan-rubric/2"');
  });
});
