import path from 'node:path';
import type { ImportReport } from '@mofan/contracts/rubric-draft';
import { RUBRIC_FILE_FAULTS } from '@mofan/contracts/rubric-draft-sentences';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { RubricError } from '@mofan/rubric/rubric-error';
import { draftOf } from '@mofan/rubric-files/draft/draft-of';
import { importOutline } from '@mofan/rubric-files/import/outline-of';
import { OfficeFileError, type OfficeFileErrorCode } from '@mofan/rubric-files/office/office-file-error';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';
import { Refused } from '../platform/problem.ts';
import type { UploadedFile } from './uploaded-file.ts';
import { isWritable } from './rubric-text.ts';

interface Imported {
  text: string;
  report: ImportReport;
}

/** More guesses than these nobody reads at the head of a text. */
const MOST_REMARKS = 200;

/**
 * The text of a draft from an uploaded file. What was guessed in an office file heads the text as comments, so that it
 * stays with the table until somebody settles it. Throws `rubric-file.…` for what is not read.
 */
export const importFile = async (file: UploadedFile, draftId: string): Promise<Imported> => {
  switch (path.extname(file.name).toLowerCase()) {
    case '.docx':
    case '.xlsx':
      return importOffice(file, draftId);
    case '.yaml':
    case '.yml':
    case '.json':
      return { text: mustBeWritable(utf8(file.bytes)), report: [] };
    default:
      throw new Refused(422, 'rubric-file.not-a-table');
  }
};

const importOffice = async ({ bytes }: UploadedFile, draftId: string): Promise<Imported> => {
  const today = businessDate(Date.now());
  const imprint = {
    id: `table-${draftId.slice(0, 8)}`,
    version: today.slice(0, 4),
    issuedBy: '（待填）',
    printedOn: today,
  };
  try {
    const { rubric, report } = draftOf(await importOutline(bytes), imprint);
    return { text: mustBeWritable(writeYaml(rubric, remarksOf(report))), report };
  } catch (error) {
    if (error instanceof OfficeFileError) throw refusalOf(error);
    if (error instanceof RubricError) throw refusedFile('malformed', error.said);
    throw error;
  }
};

const remarksOf = (report: ImportReport): string[] => {
  const open = report.filter(({ kind }) => kind === 'guessed' || kind === 'not-understood');
  if (open.length === 0) return [];
  const lines = open.slice(0, MOST_REMARKS).map(({ place, zh }) => `- ${place ? `${place}：` : ''}${oneLine(zh)}`);
  return [`从文件导入，以下 ${open.length} 处是推测或未能读懂，请逐条核对：`, ...lines];
};

/** A comment ends where its line ends: what follows would be read as the table. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

type Fault = (typeof RUBRIC_FILE_FAULTS)[number];

const refusalOf = ({ code, zh, en }: OfficeFileError): Refused => {
  const fault: OfficeFileErrorCode = code;
  return refusedFile(fault.slice('file.'.length) as Fault, { zh, en });
};

const refusedFile = (fault: Fault, details: { zh: string; en: string }): Refused =>
  new Refused(422, `rubric-file.${fault}`, { details: { zh: details.zh, en: details.en } });

const utf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusedFile('malformed', { zh: '不是 UTF-8 编码的文本', en: 'it is no text in UTF-8' });
  }
};

const mustBeWritable = (text: string): string => {
  if (isWritable(text)) return text;
  throw refusedFile('malformed', {
    zh: '内容为空、过长或含有控制字符',
    en: 'it is empty, too long, or holds control characters',
  });
};
