import fs from 'node:fs';
import path from 'node:path';
import { readContent } from '@mofan/rubric/content';
import type { Wording } from '@mofan/rubric/explain/wording';
import { rubricJsonSchema } from '@mofan/rubric/json-schema';
import { loadParsed } from '@mofan/rubric/load';
import { RubricError } from '@mofan/rubric/rubric-error';
import { draftOf } from '@mofan/rubric-files/draft/draft-of';
import { type Paper, paperOf } from '@mofan/rubric-files/export/paper-of';
import { writeDocx } from '@mofan/rubric-files/export/write-docx';
import { writeXlsx } from '@mofan/rubric-files/export/write-xlsx';
import { importOutline } from '@mofan/rubric-files/import/outline-of';
import { OfficeFileError } from '@mofan/rubric-files/office/office-file-error';
import type { ReportEntry } from '@mofan/rubric-files/report';
import { placeWording } from '@mofan/rubric-files/report-place';
import { writeTemplate } from '@mofan/rubric-files/template';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';
import { sha256 } from '@mofan/store/hash';
import { Fault } from '../fault.ts';
import { readBytes, readInput } from './input-file.ts';
import { print } from './print.ts';
import { refusingRubric } from './rubric-file.ts';

interface Imprint {
  id: string;
  tableVersion: string;
  issuedBy: string;
  printedOn: string;
}

/**
 * Reads the table of an .xlsx or .docx and prints it as YAML; what was understood, guessed, left aside and not understood
 * goes to the other stream. Exit code 1 while something was not understood, 2 when the file cannot be used.
 */
export const runImport = async (file: string, { tableVersion, ...imprint }: Imprint): Promise<void> => {
  const { rubric, report } = draftOf(await outlineOf(file), { ...imprint, version: tableVersion });
  print(writeYaml(rubric, [`由 ${path.basename(file)} 导入，待核对`]).trimEnd());
  for (const entry of report) process.stderr.write(told(entry));
  const open = report.filter(({ kind }) => kind === 'not-understood').length;
  process.stderr.write(`共${report.length}条，未读懂${open}条。\n${report.length} notes, ${open} not understood.\n`);
  if (open > 0) process.exitCode = 1;
};

const told = ({ kind, place, zh, en }: ReportEntry): string => {
  const [mark, at] = [MARKS[kind], placeWording(place)];
  const [before, behind] = at.zh === '' ? ['', ''] : [`${at.zh}：`, `${at.en}: `];
  return `${mark.sign} ${mark.zh} ${before}${zh}\n    ${mark.en}: ${behind}${en}\n`;
};

const MARKS: Record<ReportEntry['kind'], Wording & { sign: string }> = {
  understood: { sign: '✓', zh: '读懂', en: 'understood' },
  guessed: { sign: '?', zh: '推测', en: 'guessed' },
  'not-understood': { sign: '✗', zh: '未读懂', en: 'not understood' },
  'left-aside': { sign: '–', zh: '未读入', en: 'left aside' },
};

const outlineOf = async (file: string) => {
  try {
    return await importOutline(readBytes(file));
  } catch (error) {
    if (error instanceof OfficeFileError) throw new Fault(`${file}：${error.zh}`, `${file}: ${error.message}`, 2);
    if (error instanceof RubricError) throw new Fault(`${file}：${error.message}`, `${file}: ${error.message}`, 2);
    throw error;
  }
};

/**
 * Writes a table to .xlsx or .docx as a paper in the annex's layout, or to .yaml or .json whole. Throws a Fault as
 * `refusingRubric` does; only a table whose figures agree is printed.
 */
export const runExport = async (rubricFile: string, target: string): Promise<void> => {
  const file = readInput(rubricFile);
  const { rubric, canonical } = refusingRubric(file, () => readContent(file.value));
  const paper = (): Paper =>
    paperOf(
      refusingRubric(file, () => loadParsed(rubric, 'all')),
      sha256(canonical),
    );
  const write = {
    '.xlsx': () => writePaper(writeXlsx, paper()),
    '.docx': () => writePaper(writeDocx, paper()),
    '.yaml': () => writeYaml(rubric),
    '.json': () => `${JSON.stringify(rubric, null, 2)}\n`,
  }[path.extname(target)];
  if (!write)
    throw new Fault(`只能导出为 .xlsx、.docx、.yaml 或 .json。`, `Only .xlsx, .docx, .yaml and .json are written.`, 2);
  save(target, await write());
};

const writePaper = (write: typeof writeDocx, { outline, around }: Paper) => write(outline, around);

/** Writes the empty workbook that clerks fill in. */
export const runTemplate = async (target: string): Promise<void> => {
  if (path.extname(target) !== '.xlsx') throw new Fault('模板只能存为 .xlsx。', 'The template is an .xlsx.', 2);
  save(target, await writeTemplate());
};

/** Prints the JSON Schema of the language, for editors. */
export const runSchema = (): void => void print(rubricJsonSchema());

const save = (target: string, content: Uint8Array | string): void => {
  try {
    fs.writeFileSync(target, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Fault(`写不了 ${target}（${code}）。`, `${target} cannot be written (${code}).`, 2);
  }
};
