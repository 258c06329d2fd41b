import type { Change } from '@mofan/store/change';
import type { ClientBase } from 'pg';
import type { ParkingPlace } from './parking.ts';
import type { Projection } from './projection.ts';
import { project, type Incoming } from './projector.ts';
import type { ReadTable } from './read-table.ts';

/** The whole batch at once; when one event stops it, one by one, and the stream that stops is parked. */
export const projectOrPark = async (
  client: ClientBase,
  projection: Projection,
  table: ReadTable,
  parking: ParkingPlace,
  events: readonly Incoming[],
): Promise<Change[]> => {
  const { name } = projection;
  const open = events.filter(({ recorded }) => !parking.holds(name, recorded));
  await client.query('savepoint batch');
  try {
    return await project(client, projection, table, open);
  } catch {
    await client.query('rollback to savepoint batch');
  }
  const changes: Change[] = [];
  for (const incoming of open) {
    if (parking.holds(name, incoming.recorded)) continue;
    await client.query('savepoint event');
    try {
      changes.push(...(await project(client, projection, table, [incoming])));
      await client.query('release savepoint event');
    } catch (error) {
      await client.query('rollback to savepoint event');
      await parking.park(client, { subscription: name, ...incoming.recorded }, error);
    }
  }
  return changes;
};
