import { startTestServer, type TestServer } from './test-server.ts';

let own: TestServer | undefined;

/**
 * For vitest's `globalSetup`: one PostgreSQL for all test files of a run, told to them in MOFAN_TEST_POSTGRES. A server
 * that is named there already is used instead.
 */
export const setup = async (): Promise<void> => {
  if (process.env['MOFAN_TEST_POSTGRES']) return;
  own = await startTestServer();
  process.env['MOFAN_TEST_POSTGRES'] = own.url;
};

export const teardown = async (): Promise<void> => {
  if (!own) return;
  delete process.env['MOFAN_TEST_POSTGRES'];
  await own.remove();
  own = undefined;
};
