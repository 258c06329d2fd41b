import { createHash } from 'node:crypto';

/** The same name gives the same UUID (in the form of version 4) in every run, so that a killed seeding can go on. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(`mofan demonstration ${name}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
};
