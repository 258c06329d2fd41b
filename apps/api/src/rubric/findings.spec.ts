import { rubricLibrary } from '@mofan/store/rubric-library';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings.ts';

const [version] = rubricLibrary.values();
const all = version!.compiled.published.rulings.items.map(({ id }) => id);

describe('the findings of the 2020 table', () => {
  it('are open before anybody signed, each with the reading that is proposed for it', () => {
    const found = findingsOf(version!, []);
    expect(found.every(({ settledBy }) => settledBy.length === 0)).toBe(true);
    expect(found.find(({ code }) => code === 'text.threshold')).toMatchObject({ leaves: ['2.2'], proposedBy: ['A14'] });
  });

  it('are settled one by one as readings are signed, what is open first', () => {
    const found = findingsOf(version!, ['A14']);
    expect(found.at(-1)).toMatchObject({ code: 'text.threshold', settledBy: ['A14'], proposedBy: [] });
    expect(found.slice(0, -1).every(({ settledBy }) => settledBy.length === 0)).toBe(true);
  });

  it('are all settled once all readings are signed', () =>
    expect(findingsOf(version!, all).filter(({ settledBy }) => settledBy.length === 0)).toEqual([]));
});
