import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const modules = path.join(root, 'node_modules');
const installStamp = path.join(modules, '.mofan-installed');
const buildStamp = path.join(modules, '.mofan-built');
const sources = ['apps', 'packages'];
const settings = ['package-lock.json', 'package.json', 'tsconfig.base.json', 'turbo.json'];
const skipped = new Set(['node_modules', 'dist', 'generated', '.turbo']);
const products = [
  'apps/api/dist/main.js',
  'apps/api/dist/check-thread.js',
  'apps/cli/dist/main.js',
  'apps/web/dist/index.html',
  'apps/worker/dist/main.js',
];

/** Ends the program with a clear sentence on a Node.js that is too old. */
export const mustHaveNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`需要 Node.js 20.19 或更高版本，现为 ${process.versions.node}。`);
  console.error(`Node.js 20.19 or newer is needed, this is ${process.versions.node}.`);
  process.exit(1);
};

/** Installs what package-lock.json names, unless that was done already. No package may run a script of its own. */
export const install = async () => {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (readText(installStamp) === wanted) return;
  if (!isInstalled(JSON.parse(lock))) {
    await step('安装依赖 installing packages', () =>
      npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
    );
  }
  fs.writeFileSync(installStamp, wanted);
};

/** Builds the apps, unless no source has changed since the last time. */
export const build = async () => {
  const wanted = sourcesPrint();
  if (readText(buildStamp) === wanted && products.every((file) => fs.existsSync(path.join(root, file)))) return;
  await step('构建 building', () => turbo(['build']));
  fs.writeFileSync(buildStamp, wanted);
};

/** Runs turbo tasks; only a task that fails shows what it wrote. */
export const turbo = (tasks, options = []) =>
  run(process.execPath, [
    path.join(modules, 'turbo/bin/turbo'),
    'run',
    ...tasks,
    '--output-logs=errors-only',
    ...options,
  ]);

/** Runs a program from the root of the repository; throws with what it wrote when it fails. */
export const run = (command, args, { env = {}, cwd = root } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...quiet, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8');
      if (code === 0) resolve(output);
      else
        reject(
          Object.assign(new Error(`${path.basename(command)} ${args[0]}: ${signal ?? `code ${code}`}`), { output }),
        );
    });
  });

/** Shows a long step with the time it has taken so far: one line on a terminal, elsewhere a line now and then. */
export const step = async (what, act) => {
  const begun = Date.now();
  const line = () => `${what} … ${Math.round((Date.now() - begun) / 1000)} s`;
  const terminal = process.stderr.isTTY;
  if (!terminal) console.error(`${what} …`);
  const timer = setInterval(
    () => (terminal ? process.stderr.write(`\r\u001B[K${line()}`) : console.error(line())),
    terminal ? 500 : 15_000,
  );
  try {
    return await act();
  } finally {
    clearInterval(timer);
    process.stderr.write(terminal ? `\r\u001B[K${line()}\n` : `${line()}\n`);
  }
};

/** Nothing of ours, or of our tools, tells anybody outside that it runs. */
const quiet = {
  SCARF_ANALYTICS: 'false',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  CHECKPOINT_DISABLE: '1',
  FORCE_COLOR: '0',
};

const npm = (args) => {
  const own = process.env.npm_execpath;
  if (own && /\.c?js$/.test(own)) return run(process.execPath, [own, ...args]);
  return process.platform === 'win32' ? run('cmd.exe', ['/c', 'npm', ...args]) : run('npm', args);
};

/** Whether somebody installed by hand what the lock file names. */
const isInstalled = (lock) => {
  const hidden = readText(path.join(modules, '.package-lock.json'));
  if (hidden === undefined) return false;
  const present = JSON.parse(hidden).packages;
  return Object.entries(lock.packages).every(
    ([place, { version, link, optional, peer }]) =>
      !place.startsWith('node_modules/') || link || optional || peer || present[place]?.version === version,
  );
};

const sourcesPrint = () => {
  const print = createHash('sha1');
  const note = (file) => {
    const { size, mtimeMs } = fs.statSync(path.join(root, file));
    print.update(`${file} ${size} ${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(file);
      } else if (entry.isFile() && !entry.name.includes('.spec.')) note(file);
    }
  };
  settings.forEach(note);
  sources.forEach(walk);
  return print.digest('hex');
};

const readText = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
