import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['../../packages/store/src/testing/global-setup.ts'],
    include: ['src/**/*.spec.ts'],
    // Two files at a time: the machine that this must pass on has two cores, and one goes to PostgreSQL.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
