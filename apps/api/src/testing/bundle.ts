import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../../..');
/** What the bundles are made of. */
const SOURCES = {
  api: [
    'apps/api/src',
    'packages/contracts/src',
    'packages/domain/src',
    'packages/rubric/src',
    'packages/rubric-files/src',
    'packages/store/src',
  ],
  worker: ['apps/worker/src', 'packages/domain/src', 'packages/rubric/src', 'packages/store/src'],
};
type App = keyof typeof SOURCES;

export const bundleOf = (app: App): string => path.join(root, 'apps', app, 'dist/main.js');

/** Builds an app unless its bundle is newer than all that it is made of. */
export const buildBundle = async (app: App): Promise<void> => {
  const newest = Math.max(...SOURCES[app].map((source) => lastChangeIn(path.join(root, source))));
  const bundle = bundleOf(app);
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest) return;
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: path.join(root, 'apps', app) });
};

const lastChangeIn = (place: string): number =>
  Math.max(
    ...readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => statSync(path.join(place, name)).mtimeMs),
  );
