import type { ClientBase } from 'pg';

interface ParkedStream {
  subscription: string;
  stream: string;
  position: number;
}

/** Streams that a projection could not read on, and why. They stay visible until the projection is rebuilt. */
export class Parking {
  private constructor(private readonly parked: Set<string>) {}

  static async read(client: ClientBase): Promise<Parking> {
    const { rows } = await client.query<{ subscription: string; stream: string }>(
      'select subscription, stream from parked_stream',
    );
    return new Parking(new Set(rows.map(({ subscription, stream }) => `${subscription} ${stream}`)));
  }

  get isEmpty() {
    return this.parked.size === 0;
  }

  holds(subscription: string, stream: string): boolean {
    return this.parked.has(`${subscription} ${stream}`);
  }

  async park(client: ClientBase, { subscription, stream, position }: ParkedStream, error: unknown) {
    this.parked.add(`${subscription} ${stream}`);
    await client.query(
      `insert into parked_stream (subscription, stream, position, error) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [subscription, stream, position, String(error).slice(0, 2000)],
    );
  }

  /** After a rebuild: what could not be read then is parked anew, with its reason. */
  async replace(client: ClientBase, subscription: string) {
    await client.query('delete from parked_stream where subscription = $1', [subscription]);
    for (const entry of this.parked) if (entry.startsWith(`${subscription} `)) this.parked.delete(entry);
  }
}
