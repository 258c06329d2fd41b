import { setup as startServer, teardown as removeServer } from '@mofan/store/testing/global-setup';
import { buildWorker } from './worker-process.ts';

/** For vitest's `globalSetup`: one PostgreSQL and one built worker for all test files of a run. */
export const setup = async (): Promise<void> => {
  await Promise.all([startServer(), buildWorker()]);
};

export const teardown = removeServer;
