import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { Fault } from '../fault.ts';

/** Somebody at the command line: a folder of their own for each test, and all that was printed for them. */
export function anOperator() {
  const operator = {
    folder: '',
    output: '',
    /** Writes a file into the folder; its path. */
    file: (name: string, text: string): string => {
      const target = path.join(operator.folder, name);
      fs.writeFileSync(target, text);
      return target;
    },
    /** What they read of something that is refused; the folder is left out. */
    faultOf: (act: () => void): { zh: string; en: string; exitCode: number } => {
      try {
        act();
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        const { zh, en, exitCode } = error;
        return { zh: zh.replace(`${operator.folder}/`, ''), en: en.replace(`${operator.folder}/`, ''), exitCode };
      }
      throw new Error('nothing was refused');
    },
  };
  beforeEach(() => {
    operator.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-rubric-'));
    operator.output = '';
    const write = (text: string | Uint8Array) => {
      operator.output += String(text);
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(write);
    vi.spyOn(process.stderr, 'write').mockImplementation(write);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
    fs.rmSync(operator.folder, { recursive: true, force: true });
  });
  return operator;
}
