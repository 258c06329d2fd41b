import fs from 'node:fs';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@mofan/store/free-port';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { atWorkIn } from './at-work.ts';
import { disks, type Disk } from './disk.ts';
import { npmStart, type Launcher } from './launcher.ts';
import { Secretary } from './secretary.ts';

const password = 'starts-the-house';
const demonstration = { MOFAN_DEMO_PASSWORD: password };

/** One data folder goes through all of this, as on a machine that is used: what is told of it later holds earlier. */
let home: string;
let data: string;
let port: number;
let recordId: string;
const running = new Set<Launcher>();

const start = (folder = data, env: Record<string, string> = demonstration, at = port) =>
  follow(npmStart(at, { MOFAN_DATA: folder, ...env }));
const follow = (launcher: Launcher) => {
  running.add(launcher);
  void launcher.ended.finally(() => running.delete(launcher));
  return launcher;
};
const stop = async (launcher: Launcher) => {
  launcher.signal('SIGINT');
  await launcher.ended;
};
/** Ctrl-C: it ends in order, and with it all that it started. */
const endsWhole = async (launcher: Launcher, folder = data) => {
  await stop(launcher);
  expect(launcher.said()).toContain('已停止，数据已保存。');
  expect(atWorkIn(folder)).toEqual([]);
};
const signIn = ({ origin }: Launcher) => Secretary.signIn(origin, password);
const keepsRecord = async (launcher: Launcher) =>
  expect(await (await signIn(launcher)).read(recordId)).toMatchObject({ title: '集中学习', status: 'submitted' });
/** It gave up: the sentence in both languages, no stack trace, an exit code that says so. */
const refuses = async (launcher: Launcher, zh: string, en: string) => {
  expect(await launcher.ended).toBe(1);
  expect(launcher.said()).toContain(zh);
  expect(launcher.said()).toContain(en);
  expect(launcher.said()).not.toMatch(/^\s+at /m);
  expect(launcher.said()).not.toMatch(/^ready/m);
};

beforeAll(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-start-'));
  data = path.join(home, 'data');
  port = await freePort();
});
afterEach(() => Promise.all([...running].map(stop)));
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

describe('npm start', () => {
  it('on a fresh folder says where it is and where the demonstration accounts are', async () => {
    const launcher = start();
    await launcher.says('demonstration accounts are listed there');
    const accounts = path.join(data, 'demo-accounts.txt');
    expect(launcher.said()).toContain(`ready http://localhost:${port}\n演示账号见 ${accounts}`);
    expect(fs.readFileSync(accounts, 'utf8')).toContain(`road\tbranch-secretary\troad\t${password}`);
    expect((await fetch(`${launcher.origin}/`)).headers.get('content-type')).toContain('text/html');
    recordId = await (await signIn(launcher)).record();
  });

  it('started again has kept the data, and Ctrl-C ends all of it', async () => {
    const launcher = start();
    await launcher.ready();
    await keepsRecord(launcher);
    expect(atWorkIn(data).length).toBeGreaterThan(3);
    await endsWhole(launcher);
  });

  it('a second time on the same folder is refused, and the first works on', async () => {
    const first = start();
    await first.ready();
    const second = start(data, demonstration, await freePort());
    await refuses(second, `已有一个实例在使用 ${data}`, 'Another instance already uses');
    await keepsRecord(first);
  });

  it('after a kill -9 takes over what was left, with the data', async () => {
    const killed = start();
    await killed.ready();
    killed.signal('SIGKILL');
    await killed.ended;
    const next = start();
    await next.ready();
    await keepsRecord(next);
    await endsWhole(next);
  });

  it('does not mix the demonstration with MOFAN_DEMO=off', async () => {
    await refuses(start(data, { MOFAN_DEMO: 'off' }), '这里的数据是演示中心', 'This data is the demonstration');
  });

  it('completes a demonstration whose writing was broken off by Ctrl-C', async () => {
    const fresh = path.join(home, 'broken-off');
    const first = start(fresh);
    await first.says('demonstration records');
    await endsWhole(first, fresh);
    const second = start(fresh);
    await second.ready();
    expect(second.said()).toContain('写入演示中心');
    expect(await (await signIn(second)).record()).toBeTruthy();
  });
});

describe('npm start with MOFAN_DEMO=off', () => {
  it('starts a fresh folder empty: no accounts, nobody who could sign in', async () => {
    const empty = path.join(home, 'empty');
    const launcher = start(empty, { MOFAN_DEMO: 'off' });
    await launcher.ready();
    expect(launcher.said()).not.toContain('演示');
    expect(fs.existsSync(path.join(empty, 'demo-accounts.txt'))).toBe(false);
    await expect(signIn(launcher)).rejects.toThrow('401');
    await endsWhole(launcher, empty);
  });
});

describe('what npm start cannot work with', () => {
  let neighbour: Server | undefined;
  afterEach(() => neighbour?.close());

  it('a port that is taken: it says so, and the data is whole', async () => {
    const taken = await freePort();
    neighbour = createServer().listen(taken);
    await refuses(start(data, demonstration, taken), `端口 ${taken} 已被其他程序占用`, `PORT=${taken + 1} npm start`);
    expect(atWorkIn(data)).toEqual([]);
    const launcher = start();
    await launcher.ready();
    await keepsRecord(launcher);
  });

  it.each(['file', 'file/below'])('a data folder that is a plain file (%s)', async (name) => {
    const file = path.join(home, 'file');
    fs.writeFileSync(file, 'mine');
    const folder = path.join(home, name);
    await refuses(start(folder), `数据文件夹 ${folder} 不是文件夹。`, 'is not a folder');
    expect(fs.readFileSync(file, 'utf8')).toBe('mine');
  });

  describe.each(disks)('$name', ({ copy }) => {
    let disk: Disk;
    beforeAll(() => {
      disk = copy(data);
    });
    afterEach(async () => {
      disk.mend();
      const launcher = follow(disk.start(port, demonstration));
      await launcher.ready();
      await keepsRecord(launcher);
    });
    afterAll(() => disk.remove());

    it('that is full: it says so, and the data is whole once there is room', async () => {
      disk.fill();
      await refuses(disk.start(port), '所在磁盘已满', 'is full. Make room and start again');
    });

    it('that is read-only: it says so, and the data is whole once it can be written', async () => {
      disk.makeReadOnly();
      await refuses(disk.start(port), '所在磁盘为只读', 'is read-only');
    });
  });
});
