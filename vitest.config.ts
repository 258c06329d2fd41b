import { defineConfig } from 'vitest/config';

/** What belongs to no workspace: the architecture and how the system is shipped. */
export default defineConfig({ test: { include: ['architecture/*.spec.ts'] } });
