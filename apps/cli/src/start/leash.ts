import fs from 'node:fs';

/*
 * Loaded into every child before its own program. While the database still starts it loads the packages that the
 * program will ask for; then the launcher says go. Later the child goes when its launcher goes, even a killed one.
 */

/** What a bundle imports from outside, in its order. */
const importsOf = (program: string): string[] => {
  const head = Buffer.alloc(64 * 1024);
  const handle = fs.openSync(program, 'r');
  const length = fs.readSync(handle, head);
  fs.closeSync(handle);
  const lines = head.toString('utf8', 0, length).matchAll(/^import\b[^'"\n]*["']([^'"]+)["']/gm);
  return [...lines].flatMap(([, name]) => name ?? []);
};

const load = async (program: string): Promise<void> => {
  for (const name of importsOf(program)) await import(name).catch(() => {}); // the program itself will complain
};

if (process.send) {
  const told = new Promise<NodeJS.ProcessEnv>((resolve) =>
    process.once('message', (env) => resolve(env as NodeJS.ProcessEnv)),
  );
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  const program = process.argv[1];
  if (program) await load(program).catch(() => {});
  Object.assign(process.env, await told);
  process.channel?.unref();
}
