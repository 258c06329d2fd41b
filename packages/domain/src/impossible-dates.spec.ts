import { describe, it } from 'vitest';
import { cycle } from './cycle/cycle.ts';
import { scenario } from './kernel/scenario.ts';
import { unit } from './unit/unit.ts';

describe('dates that cannot be', () => {
  it('a secretary before the branch', () =>
    scenario(unit, { parentKnown: true })(
      {
        type: 'UnitFounded',
        unitId: 'u',
        name: '单位',
        kind: 'section',
        parentId: null,
        order: 1,
        foundedOn: '2020-01-01',
      },
      { type: 'BranchEstablished', unitId: 'u', name: '支部', establishedOn: '2024-01-01' },
    )
      .when({
        type: 'AppointToPost',
        unitId: 'u',
        post: 'branch-secretary',
        holder: '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0001',
        from: '2021-01-01',
      })
      .thenRejected('unit.before-branch'));

  it('a cycle outside its year', () =>
    scenario(cycle, { unitKnown: true, cycles: [] })()
      .when({
        type: 'OpenCycle',
        cycleId: '2026',
        year: 2026,
        from: '2031-01-01',
        to: '2031-12-31',
        rubric: { id: 'r', version: '1', hash: 'a'.repeat(64) },
      })
      .thenRejected('cycle.period-outside-year'));
});
