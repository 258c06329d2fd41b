import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install, mustHaveNode, root, run, step, turbo } from './prepare.mjs';
import { startRedis } from './redis-for-tests.mjs';
import { readReport } from './vitest-report.mjs';

const total = { passed: 0, failed: 0 };
const skipped = [];
const tool = (file) => path.join(root, 'node_modules', file);
const node = (file, ...args) => run(process.execPath, [tool(file), ...args]);

/** One check that passes or fails as a whole. */
const check = async (what, act) => {
  try {
    await step(what, act);
    total.passed += 1;
    return true;
  } catch (error) {
    total.failed += 1;
    console.log(`✗ ${what}\n${error.output ?? error.stack}`);
    return false;
  }
};

/** All tests below `folder`, in parallel but for browsers. */
const suite = async (folder, reports, env) => {
  const name = folder === '.' ? 'architecture' : folder;
  const file = path.join(reports, `${name.replaceAll('/', '-')}.json`);
  const inBand = folder === 'e2e' ? ['--no-file-parallelism'] : [];
  const args = [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=json',
    `--outputFile=${file}`,
    '--passWithNoTests',
    ...inBand,
  ];
  const ended = await step(`测试 testing ${name}`, () =>
    run(process.execPath, args, { cwd: path.join(root, folder), env }).then(
      (output) => ({ endedWell: true, output }),
      (error) => ({ endedWell: false, output: error.output ?? String(error) }),
    ),
  );
  const summary = readReport(file, ended);
  console.log(`  ${summary.passed} passed, ${summary.failed} failed`);
  for (const failure of summary.failures) console.log(`✗ ${failure}`);
  total.passed += summary.passed;
  total.failed += summary.failed;
  skipped.push(...summary.skipped);
};

const suites = () => {
  const below = (folder) => fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);
  const all = ['.', ...below('packages'), ...below('apps'), 'e2e'];
  return all.filter((folder) => fs.existsSync(path.join(root, folder, 'package.json')));
};

const runSuites = async () => {
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-reports-'));
  const redis = process.env.MOFAN_TEST_REDIS ? undefined : await startRedis();
  const url = process.env.MOFAN_TEST_REDIS ?? redis?.url;
  try {
    for (const folder of suites()) await suite(folder, reports, url ? { MOFAN_TEST_REDIS: url } : {});
  } finally {
    await redis?.stop();
    fs.rmSync(reports, { recursive: true, force: true });
  }
  return url !== undefined;
};

/** A skipped test fails the run, but for those of Redis on a machine without it, and there they are named. */
const judgeSkipped = (redisThere) => {
  const strict = process.env.CI === 'true' || process.env.MOFAN_NO_SKIP === '1';
  const excused = (name) => !redisThere && !strict && /redis/i.test(name);
  for (const name of skipped.filter((each) => !excused(each))) {
    total.failed += 1;
    console.log(`✗ 未运行 not run: ${name}`);
  }
  const count = skipped.filter(excused).length;
  if (count === 0) return;
  console.log(`未安装 redis-server，跳过 ${count} 项 Redis 测试。`);
  console.log(`redis-server is not installed: ${count} Redis tests were skipped.`);
};

mustHaveNode();
let built = await check('安装依赖 install', install);
built &&= await check('构建 build', () => turbo(['generate', 'build'], ['--concurrency=2']));
if (built) {
  await check('类型 typecheck', () => turbo(['typecheck'], ['--concurrency=2']));
  await check('类型 typecheck architecture', () => node('typescript/bin/tsc', '-p', 'architecture'));
  await check('规范 lint', () => node('oxlint/bin/oxlint', '--deny-warnings'));
  await check('边界 boundaries', () =>
    node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'packages',
      'e2e',
    ),
  );
  await check('格式 format', () => node('prettier/bin/prettier.cjs', '--check', '.'));
  judgeSkipped(await runSuites());
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
