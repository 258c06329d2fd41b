import { defineConfig } from 'vitest/config';

const patient = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 };

/**
 * The launcher: as people start it. In the browser: one product for all tests. Under crashes: each test brings its own
 * house, to tear it down.
 */
export default defineConfig({
  test: {
    fileParallelism: false,
    projects: [
      { test: { ...patient, name: 'start', include: ['start/**/*.spec.ts'] } },
      {
        test: { ...patient, name: 'browser', include: ['browser/**/*.spec.ts'], globalSetup: ['./browser/product.ts'] },
      },
      { test: { ...patient, name: 'crash', include: ['crash/**/*.spec.ts'] } },
    ],
  },
});
