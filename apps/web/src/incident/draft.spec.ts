import type { IncidentRow } from '@mofan/contracts/incident';
import { describe, expect, it } from 'vitest';
import { detailsOf, emptyDraft, faultsOf, type IncidentDraft } from './draft.ts';

const today = '2025-11-23';
const complete: IncidentDraft = {
  ...emptyDraft(today),
  unitId: 'drainage',
  documentNumber: '演纪〔2025〕7号',
  actOn: '2025-08-26',
  effectiveOn: '2025-09-12',
};
const earlier = { incidentId: 'earlier', personRef: 'person', actRef: 'act' } as IncidentRow;

describe('faultsOf', () => {
  it('finds none in a complete case', () => expect(faultsOf(complete, today)).toEqual(new Set()));
  it('refuses an effect before the act', () =>
    expect(faultsOf({ ...complete, effectiveOn: '2025-08-01' }, today)).toEqual(new Set(['effectiveOn'])));
  it('refuses the future', () =>
    expect(faultsOf({ ...complete, learnedOn: '2025-11-24' }, today)).toEqual(new Set(['learnedOn'])));
});

describe('detailsOf', () => {
  const related = (relation: IncidentDraft['relation']) =>
    detailsOf({ ...complete, relation, earlier: 'earlier' }, [earlier]);
  it('takes over person and act of the same act', () =>
    expect(related('same-act')).toMatchObject({ personRef: 'person', actRef: 'act' }));
  it('takes over the person alone for another act', () => {
    expect(related('same-person').personRef).toBe('person');
    expect(related('same-person').actRef).not.toBe('act');
  });
  it('makes both anew otherwise', () => expect(related('new').personRef).not.toBe('person'));
});
