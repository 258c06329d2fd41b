import type { Said } from '../language/said.ts';
import type * as zh from './zh.ts';

export const problem: Said<typeof zh.problem> = {
  web: {
    unreachable: 'The server cannot be reached; check the network.',
    unexpected: 'The page failed; please reload it.',
  },
  idempotency: { 'key-reused': 'This may have been recorded already; reload and look before you submit again.' },
};
