import { defineConfig } from 'rolldown';

export default defineConfig({
  input: 'src/main.ts',
  platform: 'node',
  tsconfig: './tsconfig.json',
  external: (id) => !/^([./\0]|src\/|@mofan\/|@oxc-project\/runtime)/.test(id),
  output: { file: 'dist/main.js', format: 'esm', sourcemap: true, codeSplitting: false },
});
