import { describe, expect, it } from 'vitest';
import { fold } from '../kernel/decider.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Post, UnitCommand, UnitEvent } from './messages.ts';
import { representativeOn, unit } from './unit.ts';

const given = scenario(unit, { parentKnown: true });
const unitId = 'organisation-dept';
const chen = '0b6f2f0a-4f57-4d0c-8a6e-0c9c6f0e1a01';
const lin = '0b6f2f0a-4f57-4d0c-8a6e-0c9c6f0e1a02';
const wu = '0b6f2f0a-4f57-4d0c-8a6e-0c9c6f0e1a03';

const found = {
  type: 'FoundUnit',
  unitId,
  name: '组织科',
  kind: 'section',
  parentId: 'bureau',
  order: 10,
  foundedOn: '2020-01-01',
} satisfies UnitCommand;
const founded = { ...found, type: 'UnitFounded' } satisfies UnitEvent;
const establish = {
  type: 'EstablishBranch',
  unitId,
  name: '组织科党支部',
  establishedOn: '2020-02-01',
} satisfies UnitCommand;
const established = { ...establish, type: 'BranchEstablished' } satisfies UnitEvent;

const appoint = (post: Post, holder: string, from: string) =>
  ({ type: 'AppointToPost', unitId, post, holder, from }) satisfies UnitCommand;
const appointed = (post: Post, holder: string, from: string) =>
  ({ type: 'AppointedToPost', unitId, post, holder, from }) satisfies UnitEvent;
const vacate = (post: Post, from: string) => ({ type: 'VacatePost', unitId, post, from }) satisfies UnitCommand;
const vacated = (post: Post, from: string) => ({ type: 'PostVacated', unitId, post, from }) satisfies UnitEvent;

describe('a unit 单位', () => {
  it('has a stream of its own', () => expect(unit.stream(found)).toBe('unit-organisation-dept'));

  it('is founded below its parent', () => given().when(found).then(founded));
  it('may be the root of the tree', () =>
    given()
      .when({ ...found, parentId: null })
      .then({ ...founded, parentId: null }));
  it('is founded once', () => given(founded).when(found).thenRejected('unit.already-founded'));
  it('is not its own parent', () =>
    given()
      .when({ ...found, parentId: unitId })
      .thenRejected('unit.own-parent'));
  it('needs a parent that was founded', () =>
    given().when(found, { parentKnown: false }).thenRejected('unit.parent-unknown'));

  it.each([establish, appoint('unit-head', chen, '2020-03-01'), vacate('unit-head', '2020-03-01')])(
    'must be founded before $type',
    (command) => given().when(command).thenRejected('unit.unknown'),
  );
});

describe('a branch 党支部', () => {
  it('is established in a unit', () => given(founded).when(establish).then(established));
  it('may be as old as its unit', () =>
    given(founded)
      .when({ ...establish, establishedOn: '2020-01-01' })
      .then({ ...established, establishedOn: '2020-01-01' }));
  it('is not older than its unit', () =>
    given(founded)
      .when({ ...establish, establishedOn: '2019-12-31' })
      .thenRejected('unit.before-founding'));
  it('is established once', () =>
    given(founded, established).when(establish).thenRejected('unit.branch-already-established'));
});

describe('an appointment', () => {
  it('gives the post of the administrative head', () =>
    given(founded)
      .when(appoint('unit-head', chen, '2020-01-01'))
      .then(appointed('unit-head', chen, '2020-01-01')));
  it('gives the post of the branch secretary', () =>
    given(founded, established)
      .when(appoint('branch-secretary', lin, '2020-03-01'))
      .then(appointed('branch-secretary', lin, '2020-03-01')));
  it('of a secretary needs a branch', () =>
    given(founded)
      .when(appoint('branch-secretary', lin, '2020-03-01'))
      .thenRejected('unit.no-branch'));
  it('does not begin before the unit', () =>
    given(founded)
      .when(appoint('unit-head', chen, '2019-12-31'))
      .thenRejected('unit.before-founding'));

  const held = [founded, appointed('unit-head', chen, '2021-01-01')];
  it('follows the tenure before', () =>
    given(...held)
      .when(appoint('unit-head', lin, '2021-01-02'))
      .then(appointed('unit-head', lin, '2021-01-02')));
  it.each(['2021-01-01', '2020-12-31'])('does not begin on %s, with or before the tenure before', (from) =>
    given(...held)
      .when(appoint('unit-head', lin, from))
      .thenRejected('unit.tenure-out-of-order'),
  );
  it('does not begin on the day from which the post was left vacant', () =>
    given(...held, vacated('unit-head', '2022-01-01'))
      .when(appoint('unit-head', lin, '2022-01-01'))
      .thenRejected('unit.tenure-out-of-order'));
  it('minds the tenures of its own post alone', () =>
    given(...held, established)
      .when(appoint('branch-secretary', lin, '2020-06-01'))
      .then(appointed('branch-secretary', lin, '2020-06-01')));
});

describe('a vacancy', () => {
  const held = [founded, appointed('unit-head', chen, '2021-01-01')];

  it('ends a tenure', () =>
    given(...held)
      .when(vacate('unit-head', '2022-01-01'))
      .then(vacated('unit-head', '2022-01-01')));
  it('needs a post that is held', () =>
    given(founded).when(vacate('unit-head', '2022-01-01')).thenRejected('unit.post-vacant'));
  it('needs a post that is held on that day', () =>
    given(...held)
      .when(vacate('unit-head', '2020-12-31'))
      .thenRejected('unit.post-vacant'));
  it('comes once', () =>
    given(...held, vacated('unit-head', '2022-01-01'))
      .when(vacate('unit-head', '2022-02-01'))
      .thenRejected('unit.post-vacant'));
  it('does not begin with its tenure', () =>
    given(...held)
      .when(vacate('unit-head', '2021-01-01'))
      .thenRejected('unit.tenure-out-of-order'));
  it('does not reach back behind a later tenure', () =>
    given(...held, appointed('unit-head', lin, '2022-01-01'))
      .when(vacate('unit-head', '2021-06-01'))
      .thenRejected('unit.tenure-out-of-order'));
});

describe('who answers for the unit', () => {
  const on = (date: string, ...history: UnitEvent[]) => representativeOn(fold(unit, history), date);
  const head = appointed('unit-head', chen, '2020-01-01');
  const secretary = appointed('branch-secretary', lin, '2021-01-01');
  const asHead = { post: 'unit-head', holder: chen };
  const asSecretary = { post: 'branch-secretary', holder: lin };

  it('nobody, where there is no unit', () => expect(on('2026-01-01')).toBeNull());
  it('nobody, where both posts are vacant', () => expect(on('2026-01-01', founded, established)).toBeNull());
  it('the administrative head, where there is no branch', () =>
    expect(on('2026-01-01', founded, head)).toEqual(asHead));
  it('the administrative head, where the branch has no secretary', () =>
    expect(on('2026-01-01', founded, established, head)).toEqual(asHead));
  it('the branch secretary before the administrative head', () =>
    expect(on('2026-01-01', founded, established, head, secretary)).toEqual(asSecretary));

  const years = [
    founded,
    established,
    head,
    secretary,
    vacated('branch-secretary', '2022-01-01'),
    appointed('branch-secretary', wu, '2023-01-01'),
    vacated('unit-head', '2024-01-01'),
    vacated('branch-secretary', '2025-01-01'),
  ];
  it.each([
    ['2019-12-31', null],
    ['2020-01-01', asHead],
    ['2020-12-31', asHead],
    ['2021-01-01', asSecretary],
    ['2021-12-31', asSecretary],
    ['2022-01-01', asHead],
    ['2022-12-31', asHead],
    ['2023-01-01', { post: 'branch-secretary', holder: wu }],
    ['2024-12-31', { post: 'branch-secretary', holder: wu }],
    ['2025-01-01', null],
  ])('changes with the tenures: on %s', (date, expected) => expect(on(date, ...years)).toEqual(expected));
});
