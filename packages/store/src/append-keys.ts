import type { Append, CommandKey } from './event-log.ts';
import { sha256 } from './hash.ts';

/** Whose keys the names are: no account has this id. */
const NAMES = '00000000-0000-0000-0000-000000000000';

/** All that an append must be the first to use. A name is kept as a key that whoever comes first uses up for ever. */
export const keysOf = ({ key, name }: Pick<Append, 'key' | 'name'>): CommandKey[] => [
  ...(key ? [key] : []),
  ...(name === undefined ? [] : [{ account: NAMES, key: name, requestHash: sha256(name) }]),
];
