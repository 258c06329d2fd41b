import { describe, expect, it } from 'vitest';
import { incidentEvents } from '../incident/messages.ts';
import { Uuid } from './message.ts';

const incidentId = '9d3f6b3a-0d5b-4bb2-8f4e-0f5f4a1b0001';

describe('an event of a version that this program does not know', () => {
  it.each([2, 99, 0, -1, 1.5])('is refused: version %d of one known in version 1', (schema) =>
    expect(() =>
      incidentEvents.decode({ type: 'IncidentWithdrawn', schema, data: { incidentId, unitId: 'road' } }),
    ).toThrow('is known up to version 1'),
  );
});

describe('an id', () => {
  it('is the same in capitals: two spellings would be two streams', () =>
    expect(Uuid.parse(incidentId.toUpperCase())).toBe(incidentId));
});
