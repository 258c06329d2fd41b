import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Writes a file whole or not at all, also when the power fails; it is readable by its owner only. */
export const writeDurably = async (file: string, content: string | Uint8Array): Promise<void> => {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  // One name, so that what a killed run left is written over and not left for ever; there is one seeder at a time.
  const unfinished = `${file}.tmp`;
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (failure) {
    await rm(unfinished, { force: true });
    throw failure;
  }
  await syncFolder(folder);
};

/** Windows cannot open a folder; there the rename is durable by itself. */
const syncFolder = async (folder: string) => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
