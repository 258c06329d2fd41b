/** What has been started, to be stopped in the opposite order, each once the one before it is down. */
export class Household {
  readonly #stops: (() => Promise<unknown>)[] = [];
  readonly #leaving = new AbortController();

  get leaving(): AbortSignal {
    return this.#leaving.signal;
  }

  /** Keeps what `starting` brings. Whoever leaves while it still starts waits for it, so that nothing stays behind. */
  async keep<T extends { stop(): Promise<unknown> }>(starting: T | Promise<T>): Promise<T> {
    this.leaving.throwIfAborted();
    const started = Promise.resolve(starting);
    this.#stops.push(async () => {
      const thing = await started.catch(() => undefined);
      await thing?.stop();
    });
    return started;
  }

  async close(): Promise<void> {
    this.#leaving.abort();
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) await stop();
  }
}
