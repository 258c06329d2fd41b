import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOperator } from './operator.fixture.ts';
import { HEAD, SOUND } from './table.fixture.ts';

const cli = path.resolve(import.meta.dirname, '../..');
const operator = anOperator();
const { file } = operator;

/** Runs the program as it is shipped, in a process of its own. */
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(cli, 'dist/main.js'), 'rubric', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the exit code of a rubric command', () => {
  beforeAll(() => void execFileSync('npm', ['run', '--silent', 'build'], { cwd: cli }), 60_000);

  it('is 0 where all is well', () => {
    const table = file('t.yaml', HEAD + SOUND);
    expect(run('lint', table)).toMatchObject({ status: 0 });
    expect(run('score', table, file('f.yaml', 'marks: { a: 3 }\n'))).toMatchObject({ status: 0, stderr: '' });
  });

  it('is 1 for findings, and for facts that were refused beside a scorecard', () => {
    expect(run('lint', file('t.yaml', HEAD + SOUND.replace('10', '11'))).status).toBe(1);
    const { status, stdout, stderr } = run('score', file('t.yaml', HEAD + SOUND), file('f.yaml', 'marks: { a: 30 }\n'));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ rubric: { id: 't' } });
    expect(stderr).toContain('f.yaml:1:13: “甲” (a): 30 points are more than the 10');
  });

  it('is 1 for an explanation of a unit with such facts, and not for those of another unit', () => {
    const files = [
      file('t.yaml', HEAD + SOUND),
      file('f.yaml', 'units: { x: { marks: { a: 30 } }, y: { marks: { a: 3 } } }\n'),
    ];
    const explained = (unit: string) => run('explain', ...files, 'a', '--unit', unit, '--as', 'en');
    expect(explained('x')).toMatchObject({ status: 1, stderr: expect.stringContaining('f.yaml:1:27: x, “甲” (a)') });
    expect(explained('y')).toMatchObject({ status: 0, stderr: '' });
  });

  it.each<[string, (table: string) => string[]]>([
    ['a table that is none', () => ['lint', file('x.yaml', 'a: [1')]],
    ['a table that does not hold', (facts) => ['score', file('x.yaml', HEAD + SOUND.replace('10', '11')), facts]],
    ['facts that are none', (table) => ['score', table, file('x.yaml', 'mark: { a: 3 }\n')]],
    [
      'an expression that is none',
      () => ['lint', file('x.yaml', `${HEAD}  - { id: a, text: 甲, points: 10, from: { formula: b } }\n`)],
    ],
  ])('is 2, with line and column and nothing printed, for %s', (_, args) => {
    const { status, stdout, stderr } = run(...args(file('t.yaml', HEAD + SOUND)));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/x\.yaml 第 \d+ 行第 \d+ 列：.+。\n.+x\.yaml:\d+:\d+: /);
  });

  it('is 2 for a command that is not understood', () => {
    expect(run('lint').status).toBe(2);
    expect(run('lnit', 't.yaml').status).toBe(2);
    expect(run('lint', '--help').status).toBe(0);
  });
});
