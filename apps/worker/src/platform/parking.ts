import type { ClientBase } from 'pg';

interface ParkedStream {
  subscription: string;
  stream: string;
  position: number;
}

/** Where it is asked which streams stand still, and told of a further one. */
export interface ParkingPlace {
  holds(subscription: string, event: { stream: string; position: number }): boolean;
  park(client: ClientBase, place: ParkedStream, error: unknown): Promise<void>;
}

/** The same while a read model is built: nothing of it shows before the swap. */
export class PrivateParking implements ParkingPlace {
  readonly parked = new Map<string, ParkedStream & { error: unknown }>();

  holds(_: string, { stream, position }: { stream: string; position: number }): boolean {
    const place = this.parked.get(stream);
    return place !== undefined && place.position <= position;
  }

  async park(_: ClientBase | undefined, { subscription, stream, position }: ParkedStream, error: unknown) {
    if (!this.parked.has(stream)) this.parked.set(stream, { subscription, stream, position, error });
  }
}

/**
 * Streams that a projection could not read on, and why. They stay visible until the projection is rebuilt; those that
 * nobody could read (`log`) until a worker comes that can.
 */
export class Parking implements ParkingPlace {
  private constructor(private readonly parked: Map<string, number>) {}

  static async read(client: ClientBase): Promise<Parking> {
    const { rows } = await client.query<{ subscription: string; stream: string; position: string }>(
      'select subscription, stream, position from parked_stream',
    );
    return new Parking(new Map(rows.map((row) => [`${row.subscription} ${row.stream}`, Number(row.position)])));
  }

  /** Whether an event is, or comes after, one that stopped its stream. */
  holds(subscription: string, { stream, position }: { stream: string; position: number }): boolean {
    const from = this.parked.get(`${subscription} ${stream}`);
    return from !== undefined && from <= position;
  }

  /** From where on a stream stands still. */
  position(subscription: string, stream: string): number | undefined {
    return this.parked.get(`${subscription} ${stream}`);
  }

  async park(client: ClientBase, { subscription, stream, position }: ParkedStream, error: unknown) {
    const entry = `${subscription} ${stream}`;
    if (!this.parked.has(entry)) this.parked.set(entry, position);
    await client.query(
      `insert into parked_stream (subscription, stream, position, error) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [subscription, stream, position, String(error).slice(0, 2000)],
    );
  }

  async release(client: ClientBase, subscription: string, stream: string) {
    await client.query('delete from parked_stream where subscription = $1 and stream = $2', [subscription, stream]);
    this.parked.delete(`${subscription} ${stream}`);
  }

  /** After a rebuild: what could not be read then is parked anew, with its reason. */
  async replace(client: ClientBase, subscription: string) {
    await client.query('delete from parked_stream where subscription = $1', [subscription]);
    for (const entry of this.parked.keys()) if (entry.startsWith(`${subscription} `)) this.parked.delete(entry);
  }
}
