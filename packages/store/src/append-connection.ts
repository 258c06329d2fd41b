import { Client, type Pool, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

/**
 * The connection that appends travel on. It is pipelined: a statement is sent while the one before it is still being
 * committed, so PostgreSQL goes on without waiting for us, and they do not contend for the head's lock as they would on
 * two connections. Each is a transaction of its own. A connection that broke is opened anew for the next statement.
 */
export class AppendConnection {
  private opening: Promise<Client> | undefined;

  constructor(private readonly options: Pool['options']) {}

  /** Throws what PostgreSQL refuses, and what breaks the connection. */
  async query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    this.opening ??= this.open();
    return (await this.opening).query<Row>(query);
  }

  async close(): Promise<void> {
    const opened = await this.opening?.catch(() => undefined);
    this.opening = undefined;
    await opened?.end();
  }

  private open(): Promise<Client> {
    const client = new Client({ ...this.options, pipeline: true } as object);
    const opening = client.connect().then(() => client);
    const forget = () => {
      if (this.opening === opening) this.opening = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    opening.catch(forget);
    return opening;
  }
}
