import { defineConfig, type RolldownOptions } from 'rolldown';

/**
 * Libraries are bundled in: a process that reads one file starts twice as fast as one that looks for hundreds.
 * Left outside: native code, what starts threads from files of its own, files that are read from the disk, and optional peers that nobody installs.
 */
const outside =
  /^(argon2|piscina|pg-native|swagger-ui-dist|@nestjs\/(microservices|websockets|platform-express)|class-(transformer|validator)|@fastify\/view|pino-pretty)(\/|$)/;

const bundle = (input: string, file: string): RolldownOptions => ({
  input,
  platform: 'node',
  tsconfig: './tsconfig.json',
  external: (id) => outside.test(id),
  output: { file, format: 'esm', sourcemap: true, codeSplitting: false },
});

/** The program, and what its threads run. */
export default defineConfig([
  bundle('src/main.ts', 'dist/main.js'),
  bundle('src/rubric/check/thread.ts', 'dist/check-thread.js'),
]);
