import type { Permission } from '@mofan/contracts/access';
import type { OutputOf } from '@mofan/contracts/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { forever } from '../http/freshness.ts';
import { forgetPosition } from '../http/position.ts';
import { ProblemError } from '../http/problem.ts';
import { request } from '../http/request.ts';

export type Me = OutputOf<'GET /api/session'>;

export const sessionKey = [forever, 'session'];

/** Who is signed in; null when nobody is. */
export const useSession = () =>
  useQuery({
    queryKey: sessionKey,
    staleTime: Infinity,
    queryFn: ({ signal }): Promise<Me | null> =>
      request('GET /api/session', {}, { signal }).catch((error: unknown) => {
        if (error instanceof ProblemError && error.status === 401) return null;
        throw error;
      }),
  });

/** Who is signed in, below the layout, which shows nothing without somebody. */
export const useMe = (): Me => {
  const { data } = useSession();
  if (!data) throw new Error('no session');
  return data;
};

export const can = (me: Me, permission: Permission): boolean =>
  me.permissions.some((granted) => granted.permission === permission);

/** A member of an assessed unit: what they see ends with it. */
export const speaksForUnit = (me: Me): boolean =>
  me.permissions.some(({ permission, reach }) => permission === 'scorecard.read' && reach === 'own');

export const useSignIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { account: string; password: string }) => request('POST /api/session', { body }),
    onSuccess: (me) => {
      forgetPosition();
      client.clear();
      client.setQueryData(sessionKey, me);
    },
  });
};

export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('DELETE /api/session', {}),
    onSettled: () => {
      forgetPosition();
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
};
