import path from 'node:path';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds a program of this app as `npm run build` builds the worker, aside; answers with its file. */
export const bundle = async (entry: string): Promise<string> => {
  const file = path.join(root, 'dist/testing', `${path.basename(entry, '.ts')}.js`);
  const { output: _, ...options } = config as { output: object };
  await build({
    ...options,
    cwd: root,
    input: path.join(root, 'src', entry),
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
};
