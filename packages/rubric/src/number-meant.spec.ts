import { describe, expect, it } from 'vitest';
import { numberMeant } from './number-meant.ts';

describe('the number that is meant by a text', () => {
  it.each([
    ['45,000', '45000'],
    ['４５，０００', '45000'],
    ['1,234,567.5', '1234567.5'],
    ['4.5万', '45000'],
    ['4.35 万人次', '43500'],
    ['1.2亿', '120000000'],
    ['96%', '96'],
    ['5分', '5'],
    ['-8次', '-8'],
    ['+3', '3'],
  ])('%j is %s', (text, number) => expect(numberMeant(text)).toBe(number));

  it('stays in the unit that the number is counted in', () => {
    expect(numberMeant('4.5万元', '万元')).toBe('4.5');
    expect(numberMeant('4.5万元', '元')).toBe('45000');
  });

  it.each([['好'], ['三十'], ['1,23'], ['45,0000'], ['1.2.3'], ['1234567890'], ['5 or 6 of them']])(
    'is none for %j',
    (text) => expect(numberMeant(text)).toBeNull(),
  );
});
