import { defineConfig } from 'vitest/config';

/** Properties over hundreds of random tables take their time on a busy machine. */
export default defineConfig({ test: { include: ['src/**/*.spec.ts'], testTimeout: 30_000 } });
