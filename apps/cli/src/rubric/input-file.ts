import fs from 'node:fs';
import { readYaml, type YamlFile } from '@mofan/rubric-files/yaml/read-yaml';
import { textOf } from '@mofan/rubric-files/yaml/text-of';
import { YamlFault } from '@mofan/rubric-files/yaml/yaml-fault';
import { Fault } from '../fault.ts';

export interface InputFile extends YamlFile {
  file: string;
}

/** Reads a YAML or JSON file. Throws a Fault (exit code 2) that names the line and column where it cannot be read. */
export const readInput = (file: string): InputFile => {
  try {
    return { file, ...readYaml(textOf(readBytes(file))) };
  } catch (error) {
    if (error instanceof YamlFault) throw unusable(file, error);
    throw error;
  }
};

/** The bytes of a file. Throws a Fault (exit code 2) where it cannot be read. */
export const readBytes = (file: string): Buffer => {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const [zh, en] = WHY_UNREADABLE[code] ?? [`读不了（${code}）`, `it cannot be read (${code})`];
    throw new Fault(`${file}：${zh}。`, `${file}: ${en}`, 2);
  }
};

const WHY_UNREADABLE: Record<string, readonly [zh: string, en: string] | undefined> = {
  ENOENT: ['没有这个文件', 'there is no such file'],
  EISDIR: ['这是文件夹，请写其中的一个文件', 'this is a folder: name a file in it'],
  EACCES: ['没有读取这个文件的权限', 'you may not read this file'],
};

/** A Fault at the place that the YAML names; exit code 2 unless told otherwise. */
export const unusable = (file: string, fault: YamlFault, exitCode = 2): Fault => {
  const { zh, en } = atPlace(file, fault);
  return new Fault(zh, en, exitCode);
};

/** One line in each language: the file, the place, what is wrong there. */
export const atPlace = (file: string, { line, column, zh, en }: YamlFault): { zh: string; en: string } => ({
  zh: `${file} 第 ${line} 行第 ${column} 列：${zh}。`,
  en: `${file}:${line}:${column}: ${en}`,
});
