import { expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

it.each(['2025-9-18', '2025/09/18', '2025.9.18', '20250918', ' 2025-09-18 ', '2025年9月18日'])('reads %s', (typed) =>
  expect(parseDate(typed)).toBe('2025-09-18'),
);

it.each(['', '2025-09', '2025-02-30', '2025-13-01', '18/09/2025', 'today'])('refuses %j', (typed) =>
  expect(parseDate(typed)).toBeNull(),
);
