import { type Exact, exact } from './exact.ts';

/** "20%", "-5%", "1/3" or "0.2" as a number. */
export function ratio(text: string): Exact {
  if (!text.endsWith('%')) return exact(text);
  const [whole = '', decimals = ''] = text.slice(0, -1).split('.');
  return exact(`${whole}${decimals}/1${'0'.repeat(decimals.length + 2)}`);
}
