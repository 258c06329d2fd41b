import type { Health } from '@mofan/contracts/operations';
import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '../http/problem.ts';
import { read } from '../http/read.ts';
import { request } from '../http/request.ts';

const EVERY = 10_000;

/** The state of the system; a 503 that says why is an answer, too. */
export const useHealth = () =>
  useQuery({
    queryKey: ['health'],
    refetchInterval: EVERY,
    queryFn: ({ signal }): Promise<Health> =>
      request('GET /api/health', {}, { signal }).catch((error: unknown) => {
        if (error instanceof ProblemError && error.status === 503 && isHealth(error.body)) return error.body;
        throw error;
      }),
  });

const isHealth = (body: unknown): body is Health =>
  typeof body === 'object' && body !== null && 'status' in body && body.status === 'unavailable';

/** In the organisational order. */
export const useUnits = () =>
  useQuery({ queryKey: ['units'], queryFn: ({ signal }) => read('GET /api/units', {}, signal) });
