import { describe, expect, it } from 'vitest';
import { parseRubric } from '../content.ts';
import { smallContent } from '../explain/small-table.fixture.ts';
import { loadRubric } from '../load.ts';
import { isOpen, lint } from './lint.ts';
import { findingWording } from './wording.ts';

const openIn = (content: object) =>
  lint(content)
    .filter(isOpen)
    .map(({ finding }) => `${finding.code} ${findingWording(parseRubric(content), finding).zh}`);

describe('a rate of which one case is beyond its limit', () => {
  const cases = (rate: object, worth: object) =>
    smallContent({
      points: 0,
      children: [
        {
          id: 'a',
          text: '表彰一次加5分',
          ...worth,
          from: {
            cases: {
              charge: 'every',
              add: [{ id: 'r', title: '表彰', category: 'praise', per: 'occurrence', points: 5, ...rate }],
            },
          },
        },
      ],
    });

  it.each([
    ['the limit of the rate', cases({ most: 3 }, { bonus: 10 }), '3'],
    ['what the bonus may come to', cases({}, { bonus: 4 }), '4'],
  ])('is found: %s', (_, content, limit) => {
    expect(() => loadRubric(content)).not.toThrow();
    expect(openIn(content)).toEqual([`rate.beyond-limit a：“表彰”一例计 5 分，合计却以 ${limit} 分为限，一例也计不足`]);
  });

  it('is none where one case fits', () => expect(openIn(cases({ most: 5 }, { bonus: 5 }))).toEqual([]));
});
