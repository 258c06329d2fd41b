import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, mustHaveNode, root } from './prepare.mjs';

/** Makes sure of a built command line program and runs it in this process. */
export const operate = async (args) => {
  mustHaveNode();
  try {
    await install();
    await build();
  } catch (error) {
    console.error(error.output ?? error);
    console.error(`未能完成准备工作。\nCould not get ready: ${error.message}`);
    process.exit(1);
  }
  const program = path.join(root, 'apps/cli/dist/main.js');
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
};
