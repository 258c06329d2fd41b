import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { freePort } from '@mofan/store/free-port';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
    password: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 180_000;

/** Starts the built product as `npm start` does, on a free port and a folder of its own, and stops it at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'mofan-e2e-'));
  const port = await freePort();
  const password = 'walks-through-the-house';
  const child = spawn(process.execPath, [path.join(root, 'apps/cli/dist/main.js'), 'start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), MOFAN_DATA: data, MOFAN_DEMO: 'on', MOFAN_DEMO_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child);
  project.provide('origin', `http://localhost:${port}`);
  project.provide('password', password);
  return async () => {
    await stopped(child);
    fs.rmSync(data, { recursive: true, force: true });
  };
}

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`the product did not become ready:\n${said}`)), READY_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/^ready http/m.test(said)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the product ended with ${code}:\n${said}`));
    });
  });

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
