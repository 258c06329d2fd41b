import { setup as startServer, teardown as removeServer } from '@mofan/store/testing/global-setup';
import { buildBundle } from './bundle.ts';

/** For vitest's `globalSetup`: one PostgreSQL and the built programs for all test files of a run. */
export const setup = async (): Promise<void> => {
  await Promise.all([startServer(), buildBundle('worker'), buildBundle('api')]);
};

export const teardown = removeServer;
