import fs from 'node:fs';
import path from 'node:path';
import { filledIn } from '@mofan/rubric-files/filled-template.fixture';
import { describe, expect, it } from 'vitest';
import { runImport } from './files.ts';
import { anOperator } from './operator.fixture.ts';

const operator = anOperator();
const IMPRINT = { id: 'filled', tableVersion: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };

describe('the report of an import', () => {
  it('tells a slip with sheet, row and column, what may stand there, in both languages, and ends with 1', async () => {
    const target = path.join(operator.folder, 'filled.xlsx');
    const rows = [[1, '日常', '保洁', '清运', 20, '', '', '扣分加分']];
    fs.writeFileSync(target, await filledIn({ rows, rules: { 扣分加分: [[1, '清运不及时', '罚', 2]] } }));
    await runImport(target, IMPRINT);
    expect(operator.output).toContain(
      '✗ 未读懂 工作表“扣分加分”第 2 行 C 列：“罚”不在可选词中，可选：扣、加；整行未读入：1｜清运不及时｜罚｜2\n' +
        '    not understood: sheet “扣分加分”, row 2, column C: “罚” is not among the words to choose from: 扣, 加; ' +
        'the row was not read: 1｜清运不及时｜罚｜2\n',
    );
    expect(process.exitCode).toBe(1);
  });
});
