import { describe, expect, it } from 'vitest';
import { Household } from './household.ts';

const thing = (name: string, stopped: string[]) => ({ stop: async () => stopped.push(name) });

describe('the household', () => {
  it('stops what came last first', async () => {
    const stopped: string[] = [];
    const household = new Household();
    for (const name of ['postgres', 'worker', 'api']) await household.keep(thing(name, stopped));
    await household.close();
    expect(stopped).toEqual(['api', 'worker', 'postgres']);
  });

  it('waits for what is still starting, and takes in nothing more', async () => {
    const stopped: string[] = [];
    const household = new Household();
    const { promise, resolve } = deferred<{ stop(): Promise<unknown> }>();
    void household.keep(promise);
    const closed = household.close();
    resolve(thing('late', stopped));
    await closed;
    expect(stopped).toEqual(['late']);
    await expect(household.keep(thing('more', stopped))).rejects.toThrow();
  });

  it('closes over what failed to start', async () => {
    const household = new Household();
    await expect(household.keep(Promise.reject(new Error('no')))).rejects.toThrow('no');
    await household.close();
  });
});

const deferred = <T>() => {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
};
