import fs from 'node:fs';
import { readYaml, type YamlFile } from '@mofan/rubric-files/yaml/read-yaml';
import { YamlFault } from '@mofan/rubric-files/yaml/yaml-fault';
import { Fault } from '../fault.ts';

export interface InputFile extends YamlFile {
  file: string;
}

/** Reads a YAML or JSON file. Throws a Fault (exit code 2) that names the line and column where it cannot be read. */
export const readInput = (file: string): InputFile => {
  try {
    return { file, ...readYaml(readBytes(file).toString('utf8')) };
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
    const { code } = error as NodeJS.ErrnoException;
    throw new Fault(`读不了 ${file}（${code}）。`, `${file} cannot be read (${code}).`, 2);
  }
};

/** A Fault at the place that the YAML names; exit code 2 unless told otherwise. */
export const unusable = (file: string, { line, column, zh, en }: YamlFault, exitCode = 2): Fault =>
  new Fault(`${file} 第 ${line} 行第 ${column} 列：${zh}。`, `${file}:${line}:${column}: ${en}`, exitCode);
