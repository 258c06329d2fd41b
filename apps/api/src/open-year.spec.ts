import { randomUUID } from 'node:crypto';
import type { IncidentDetail } from '@mofan/contracts/incident';
import type { RubricRow } from '@mofan/contracts/rubric';
import type { UnitHome, UnitScorecard } from '@mofan/contracts/scorecard';
import { table } from '@mofan/domain/rubric-draft/table.fixture';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, type Client } from './testing/client.ts';
import { form, incidentOf } from './testing/examples.ts';
import { createWorld, CYCLE, daysAgo, FOREIGN, OWN, RUBRIC, type World } from './testing/world.ts';

let world: World;
let clerk: Client;
let chair: Client;
beforeAll(async () => {
  world = await createWorld();
  [clerk, chair] = await Promise.all([world.as('clerk'), world.as('chair')]);
});
afterAll(() => world.close());

/** A table of one judged line: nothing in it deducts. */
const published = async (): Promise<RubricRow> => {
  const draftId = randomUUID();
  const { body, headers } = form({ filename: '小表.yaml', data: writeYaml(table()) });
  const sent = { body, headers: { ...headers, 'idempotency-key': randomUUID() } };
  expect((await clerk.ask('POST', `/api/rubric-drafts/${draftId}/import`, sent)).statusCode).toBe(200);
  await chair.carryOut(`/api/rubric-drafts/${draftId}/signatures`, { edition: 1, rulings: ['A01'] });
  const after = await chair.carryOut(`/api/rubric-drafts/${draftId}/publication`, { edition: 1 });
  const rows = await clerk.read<RubricRow[]>(`/api/rubrics?after=${after}`);
  return rows.find(({ id }) => id === 'small')!;
};

/** A year that was over before the one of the world began. */
const cycleId = 'earlier';
const opening = ({ id, version, hash }: RubricRow) => {
  const from = daysAgo(560);
  const period = { from, to: daysAgo(210) };
  return { cycleId, year: Number(from.slice(0, 4)), ...period, rubric: { id, version, hash }, units: [OWN, FOREIGN] };
};

describe('opening a year on a published version', () => {
  let row: RubricRow;

  it('the versions say how many of their rulings are unsigned', async () => {
    row = await published();
    expect(row.openRulings).toBe(0);
    const carried = (await clerk.read<RubricRow[]>('/api/rubrics')).find(({ hash }) => hash === RUBRIC);
    expect(carried!.openRulings).toBeGreaterThan(10);
  });

  it.each([
    [
      'a version that nobody published',
      { rubric: { id: 'small', version: '2026', hash: '0'.repeat(64) } },
      404,
      'rubric.unknown',
    ],
    ['another version’s hash', { rubric: { id: 'small', version: '2026', hash: RUBRIC } }, 422, 'rubric.other-content'],
    ['a year that is open', { cycleId: CYCLE }, 422, 'cycle.already-opened'],
    ['a period that overlaps', { to: daysAgo(100) }, 422, 'cycle.overlaps'],
    ['a unit that nobody founded', { units: [OWN, 'nobody'] }, 404, 'unit.unknown'],
  ])('is refused for %s, and nothing is written', async (_, change, status, code) => {
    const head = await world.database.log.head();
    expectProblem(await clerk.command('/api/cycles', { ...opening(row), ...change }), status, code);
    expect(await world.database.log.head()).toBe(head);
  });

  it('is the office’s alone', async () =>
    expectProblem(await chair.command('/api/cycles', opening(row)), 403, 'access.denied'));

  it('admits its units in the same moment, and their scorecards have the lines of its table', async () => {
    const before = await world.database.log.head();
    await clerk.carryOut('/api/cycles', opening(row));
    expect(await world.database.log.head()).toBe(before + 3);
    await world.settled();
    const card = await clerk.read<UnitScorecard>(`/api/cycles/${cycleId}/units/${OWN}/scorecard`);
    expect(card).toMatchObject({ rubricHash: row.hash, scorecard: { total: { points: '8' } } });
    expect(card.scorecard.leaves.map(({ id }) => id)).toEqual(['1']);
  });
});

describe('a case in a year whose table deducts nothing', () => {
  const incident = incidentOf({ unitId: OWN, actOn: daysAgo(320), effectiveOn: daysAgo(300), learnedOn: daysAgo(300) });

  it('is on record for that year and told to the unit, at no cost', async () => {
    const scorecard = `/api/cycles/${cycleId}/units/${OWN}/scorecard`;
    const { scorecard: before } = await clerk.read<UnitScorecard>(scorecard);
    await (await world.as('registrar')).carryOut('/api/incidents', incident);
    const after = await (await world.as('confirmer')).carryOut(`/api/incidents/${incident.incidentId}/confirmation`);
    await world.settled();

    const registrar = await world.as('registrar');
    const detail = await registrar.read<IncidentDetail>(`/api/incidents/${incident.incidentId}?after=${after}`);
    expect(detail).toMatchObject({ status: 'confirmed', cycleId, late: false, assessed: true });
    const { scorecard: card } = await clerk.read<UnitScorecard>(scorecard);
    expect(card.total).toEqual(before.total);
    const home = await (await world.as('branch-secretary')).read<UnitHome>(`/api/cycles/${cycleId}/units/${OWN}/home`);
    expect(home.cases).toMatchObject([{ incidentId: incident.incidentId, status: 'confirmed', amount: '0' }]);
  });

  it('is deducted in a year whose table does', async () => {
    const other = incidentOf({ unitId: OWN });
    await (await world.as('registrar')).carryOut('/api/incidents', other);
    await (await world.as('confirmer')).carryOut(`/api/incidents/${other.incidentId}/confirmation`);
    await world.settled();
    const home = await (await world.as('branch-secretary')).read<UnitHome>(`/api/cycles/${CYCLE}/units/${OWN}/home`);
    expect(home.cases).toMatchObject([{ incidentId: other.incidentId, amount: '1' }]);
  });
});
