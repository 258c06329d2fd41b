import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, repository } from './settings.ts';

describe('the settings', () => {
  it('have defaults', () => {
    expect(readSettings({})).toEqual({
      dataDir: path.join(repository, '.data'),
      port: 3000,
      databaseUrl: undefined,
      redisUrl: undefined,
      demonstration: true,
      demonstrationPassword: undefined,
    });
  });

  it.each([{ PORT: 'x' }, { PORT: '0' }, { PORT: '65536' }, { MOFAN_DEMO: 'maybe' }])('refuse %j', (env) => {
    expect(() => readSettings(env)).toThrow(expect.objectContaining({ name: 'Fault' }));
  });
});
