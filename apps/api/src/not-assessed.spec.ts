import type { IncidentDetail, IncidentRow } from '@mofan/contracts/incident';
import type { UnitScorecard } from '@mofan/contracts/scorecard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, type Client } from './testing/client.ts';
import { incidentOf } from './testing/examples.ts';
import { createWorld, CYCLE, daysAgo, recorded, type World } from './testing/world.ts';

const OUTSIDE = 'linshi';
const scorecard = `/api/cycles/${CYCLE}/units/${OUTSIDE}/scorecard`;

let world: World;
let registrar: Client;
let confirmer: Client;
beforeAll(async () => {
  world = await createWorld();
  [registrar, confirmer] = [await world.as('registrar'), await world.as('confirmer')];
  const founding = { kind: 'institution', parentId: null, order: 9, foundedOn: daysAgo(300) } as const;
  await world.commands.unit({ type: 'FoundUnit', unitId: OUTSIDE, name: '临时工作组', ...founding }, recorded(300));
  await world.settled();
});
afterAll(() => world.close());

describe('a case of a unit that is not assessed this year', () => {
  const body = incidentOf({ unitId: OUTSIDE });

  it('is recorded and confirmed as any other, for the year of its effect', async () => {
    await registrar.carryOut('/api/incidents', body);
    const after = await confirmer.carryOut(`/api/incidents/${body.incidentId}/confirmation`);
    const detail = await registrar.read<IncidentDetail>(`/api/incidents/${body.incidentId}?after=${after}`);
    expect(detail).toMatchObject({ status: 'confirmed', cycleId: CYCLE, assessed: false });
  });

  it('stands on the register, and on no scorecard', async () => {
    const { rows } = await registrar.read<{ rows: IncidentRow[] }>('/api/incidents');
    expect(rows).toMatchObject([{ incidentId: body.incidentId, assessed: false }]);
    expectProblem(await (await world.as('clerk')).get(scorecard), 404, 'not-found');
  });

  it('counts from the day that the unit is admitted', async () => {
    await world.commands.cycle({ type: 'AdmitParticipant', cycleId: CYCLE, unitId: OUTSIDE }, recorded(0));
    await world.settled();
    const { scorecard: card } = await (await world.as('clerk')).read<UnitScorecard>(scorecard);
    expect(card.leaves.find(({ id }) => id === '10.4')).toMatchObject({ floor: '11', ceiling: '11' });
    const { rows } = await registrar.read<{ rows: IncidentRow[] }>('/api/incidents');
    expect(rows).toMatchObject([{ incidentId: body.incidentId, assessed: true }]);
  });
});
