import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../fault.ts';
import { explainFullDisk, openDataFolder } from './data-folder.ts';

let home: string;
beforeEach(() => (home = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-folder-'))));
afterEach(() => fs.rmSync(home, { recursive: true }));

describe('the data folder', () => {
  it('is made with all that is above it, and nothing but the log is left in it', () => {
    const folder = path.join(home, 'deep/data');
    openDataFolder(folder);
    expect(fs.readdirSync(folder)).toEqual(['log']);
  });

  it.each(['file', 'file/below'])('cannot be a plain file (%s)', (name) => {
    fs.writeFileSync(path.join(home, 'file'), '');
    const folder = path.join(home, name);
    expect(() => openDataFolder(folder)).toThrow(`The data folder ${folder} is not a folder.`);
  });
});

describe('a start that ends', () => {
  it.each(['53100', 'ENOSPC', 'EDQUOT'])('with %s has a full disk', (code) => {
    const fault = explainFullDisk(Object.assign(new Error('no room'), { code }), home);
    expect(fault).toMatchObject({ name: 'Fault', zh: expect.stringContaining('所在磁盘已满') });
  });

  it('for another reason keeps that reason', () => {
    const reasons = [new Error('something else'), new Fault('端口已被占用。', 'The port is taken.')];
    for (const reason of reasons) expect(explainFullDisk(reason, home)).toBe(reason);
  });
});
