import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const app = path.resolve(import.meta.dirname, '..');
const tables = path.resolve(app, '../../packages/rubric/tables');
const [table, facts] = ['table.yaml', 'facts.yaml'].map((name) => path.join(tables, '09-annual-appraisal', name));
const other = path.join(tables, '01-site-safety/table.yaml');

/** Runs a program whose reader has gone before it writes: how it ended, and what it complained of. */
const runUnread = (args: readonly string[]): Promise<{ code: number | null; complaint: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
    child.on('close', (code) => resolve({ code, complaint }));
  });

describe('a command that nobody reads any more', () => {
  beforeAll(() => promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: app }), 60_000);

  it.each([
    ['score', table!, facts!],
    ['explain', table!, facts!, '--as', 'sheet'],
    ['lint', table!],
    ['diff', table!, other],
    ['whatif', table!, table!, facts!],
    ['schema'],
  ])('rubric %s ends quietly', { timeout: 30_000 }, async (...args) =>
    expect(await runUnread([path.join(app, 'dist/main.js'), 'rubric', ...args])).toEqual({ code: 141, complaint: '' }),
  );
});

describe('a program that has something to put in order', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-reader-'));
  const bundle = path.join(folder, 'leave-with-reader.mjs');
  beforeAll(() =>
    build({ input: path.join(app, 'src/leave-with-reader.ts'), output: { file: bundle }, logLevel: 'silent' }),
  );
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is told to stop, and stops in its own time', async () => {
    const program = path.join(folder, 'program.mjs');
    fs.writeFileSync(
      program,
      `import { leaveWithReader } from './leave-with-reader.mjs';
      leaveWithReader();
      process.once('SIGTERM', () => setTimeout(() => process.exit(7), 10));
      setInterval(() => process.stdout.write('at work\\n'), 5);`,
    );
    expect(await runUnread([program])).toEqual({ code: 7, complaint: '' });
  });
});
