import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build, install, mustHaveNode, root, run, step } from './prepare.mjs';

const bench = path.join(root, 'bench');
const stamp = path.join(bench, 'node_modules/.mofan-installed');

/** The peers are installed on the first measurement only: nobody who runs Mofan needs them. */
const installPeers = async () => {
  const lock = fs.readFileSync(path.join(bench, 'package-lock.json'), 'utf8');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  await step('安装对照程序 installing the peers', () =>
    npm ? run(process.execPath, [npm, ...args], { cwd: bench }) : run('npm', args, { cwd: bench }),
  );
  fs.writeFileSync(stamp, lock);
};

mustHaveNode();
try {
  await install();
  await build();
  await installPeers();
} catch (error) {
  console.error(error.output ?? error);
  console.error(`未能完成准备工作。\nCould not get ready: ${error.message}`);
  process.exit(1);
}

const program = spawn(
  process.execPath,
  // the room that the worker has too
  ['--max-semi-space-size=64', '--import', 'tsx', path.join(bench, 'src/main.ts'), ...process.argv.slice(2)],
  {
    cwd: bench,
    stdio: 'inherit',
  },
);
// Whoever ends us by a signal ends the measurement, which then clears up after itself.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal));
program.once('exit', (code, signal) => process.exit(signal ? 1 : code));
