import { defineConfig } from 'rolldown';

/** Workspace packages go into the bundle; what npm installs stays outside. Chunks, so that `start` loads no more than it needs. */
export default defineConfig({
  input: { main: 'src/main.ts', leash: 'src/start/leash.ts' },
  platform: 'node',
  external: (id) => !/^([./\0]|src\/|@mofan\/)/.test(id),
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    sourcemap: true,
  },
});
