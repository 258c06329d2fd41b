import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockInstance } from './instance-lock.ts';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-lock-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

describe('the lock of the data folder', () => {
  it('is held by one alone, and free again afterwards', () => {
    const lock = lockInstance(folder);
    expect(lock.recovered).toBe(false);
    expect(() => lockInstance(folder)).toThrow(String(process.pid));
    lock.release();
    expect(fs.readdirSync(folder)).toEqual([]);
    lockInstance(folder).release();
  });

  it.each([
    ['a process that is gone', '4194303 1\n'],
    ['a process id that was handed out again', `${process.pid} 1\n`],
    ['nobody', ''],
  ])('is taken over from %s', (_, content) => {
    fs.writeFileSync(path.join(folder, 'instance.lock'), content);
    const lock = lockInstance(folder);
    expect(lock.recovered).toBe(true);
    expect(() => lockInstance(folder)).toThrow();
    lock.release();
  });
});
