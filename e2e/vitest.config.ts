import { defineConfig } from 'vitest/config';

/** One product for all browser tests; each test uses what it makes itself or what the demonstration never changes. */
export default defineConfig({
  test: {
    include: ['browser/**/*.spec.ts', 'crash/**/*.spec.ts'],
    globalSetup: ['./browser/product.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
