import { describe, expect, it } from 'vitest';
import { rubricLibrary } from './rubric-library.ts';
import { Rubrics } from './rubrics.ts';

describe('the rubrics that this program carries', () => {
  /** Hashes that a year may have pinned: one that is gone would leave its figures without a rule. */
  it.each([
    'dbe71d7032bab7f2863c1694eacb77511925096b4a05a09746529ec01c638d2d',
    '2b7d458d12b07aa715836649b727658901562cce8299180e0ab5df433015b2de',
  ])('still have %s', async (hash) =>
    expect((await new Rubrics().pinned(hash)).compiled.published.id).toBe('yueqing-2020'),
  );

  it('begin with the newest', () => {
    const [newest] = rubricLibrary.values();
    expect(newest!.compiled.published.notApplicable ?? newest!.compiled.table.notApplicable).toBe('rescale');
  });

  it('do not have what nobody published', () =>
    expect(new Rubrics().pinned('0'.repeat(64))).rejects.toThrow(/neither carried nor published/));
});
