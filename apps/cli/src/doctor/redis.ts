import { Redis } from 'ioredis';
import { fail, ok, warn, type Finding } from './check.ts';

/** The queue must neither forget what it was given nor drop it when memory is short. */
export const checkRedis = async (url: string): Promise<Finding[]> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectTimeout: 5000,
  });
  redis.on('error', () => {}); // told by the commands below
  try {
    await redis.connect();
    return [
      ok('Redis 可用', 'Redis reachable'),
      await checkSetting(redis, 'appendonly', 'yes', warn),
      await checkSetting(redis, 'maxmemory-policy', 'noeviction', fail),
    ];
  } catch (error) {
    return [fail('连不上 Redis', `Redis cannot be used: ${(error as Error).message}`)];
  } finally {
    redis.disconnect();
  }
};

const checkSetting = async (redis: Redis, name: string, wanted: string, otherwise: typeof warn): Promise<Finding> => {
  const [, value] = (await redis.config('GET', name)) as string[];
  const text = `Redis ${name} = ${value ?? '?'}`;
  return value === wanted ? ok(text, 'as it should be') : otherwise(text, `should be ${wanted}`);
};
