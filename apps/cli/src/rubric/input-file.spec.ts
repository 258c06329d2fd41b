import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInput } from './input-file.ts';
import { anOperator } from './operator.fixture.ts';

const operator = anOperator();
const { file, faultOf } = operator;

describe('a file that is no YAML says what it is and what to do', () => {
  it.each<[string, string | number[], string, string]>([
    [
      'a Word or Excel file',
      [0x50, 0x4b, 3, 4, 0, 0],
      't.yaml 第 1 行第 1 列：这是 Word 或 Excel 文件（.docx、.xlsx），不是 YAML；请先用 rubric import 导入：rubric import 文件 > 表.yaml。',
      't.yaml:1:1: this is a Word or Excel file (.docx, .xlsx), no YAML: import it first, rubric import FILE > table.yaml',
    ],
    [
      'an old one',
      [0xd0, 0xcf, 0x11, 0xe0, 0],
      't.yaml 第 1 行第 1 列：这是旧版 Word 或 Excel 文件（.doc、.xls）；请另存为 .docx 或 .xlsx，再用 rubric import 导入。',
      't.yaml:1:1: this is an old Word or Excel file (.doc, .xls): save it as .docx or .xlsx, then use rubric import',
    ],
    [
      'a PDF',
      '%PDF-1.7',
      't.yaml 第 1 行第 1 列：这是 PDF 文件，无法读取其中的表；请用原来的 .docx 或 .xlsx，以 rubric import 导入。',
      't.yaml:1:1: this is a PDF, whose table cannot be read: take the .docx or .xlsx that it was made from, and rubric import',
    ],
    [
      'a text in UTF-16',
      [0xff, 0xfe, 0x61, 0],
      't.yaml 第 1 行第 1 列：文件是 UTF-16 编码，请在编辑器中另存为 UTF-8。',
      't.yaml:1:1: the file is in UTF-16: save it as UTF-8 in your editor',
    ],
    [
      'a text in GBK',
      [0x61, 0x3a, 0x20, 0xd6, 0xd0],
      't.yaml 第 1 行第 4 列：文件不是 UTF-8 编码（可能是 GBK），请在编辑器中另存为 UTF-8。',
      't.yaml:1:4: the file is not in UTF-8 (perhaps in GBK): save it as UTF-8 in your editor',
    ],
    [
      'bytes',
      [0x61, 0, 1, 2],
      't.yaml 第 1 行第 1 列：这不是文本文件，或编码不是 UTF-8；规则和事实应写成 YAML 文本。',
      't.yaml:1:1: this is no text, or none in UTF-8: tables and facts are texts in YAML',
    ],
    ['nothing', '', 't.yaml 第 1 行第 1 列：文件是空的。', 't.yaml:1:1: the file is empty'],
    [
      'a key twice',
      'a: 1\na: 2\n',
      't.yaml 第 2 行第 1 列：不是有效的 YAML：同一个键写了两次。',
      't.yaml:2:1: not valid YAML: Map keys must be unique',
    ],
    [
      'a Chinese colon',
      'a: 1\npoints：2\n',
      't.yaml 第 2 行第 7 列：不是有效的 YAML：“：”是中文冒号，请用英文冒号并空一格。',
      't.yaml:2:7: not valid YAML: “：” is a Chinese colon: write an English one and a blank',
    ],
  ])('%s', (_, content, zh, en) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const target = file('t.yaml', '');
    fs.writeFileSync(target, bytes);
    expect(faultOf(() => readInput(target))).toEqual({ zh, en, exitCode: 2 });
  });

  it('a folder, and a file that is not there', () => {
    fs.mkdirSync(path.join(operator.folder, 'tables'));
    expect(faultOf(() => readInput(path.join(operator.folder, 'tables')))).toEqual({
      zh: 'tables：这是文件夹，请写其中的一个文件。',
      en: 'tables: this is a folder: name a file in it',
      exitCode: 2,
    });
    expect(faultOf(() => readInput(path.join(operator.folder, 'gone.yaml')))).toEqual({
      zh: 'gone.yaml：没有这个文件。',
      en: 'gone.yaml: there is no such file',
      exitCode: 2,
    });
  });

  it('but a text with a byte order mark and one with a sign for what is unknown are texts', () => {
    expect(readInput(file('t.yaml', '\uFEFFa: 1\n')).value).toEqual({ a: '1' });
    expect(readInput(file('t.yaml', 'a: \uFFFD\n')).value).toEqual({ a: '\uFFFD' });
  });
});
