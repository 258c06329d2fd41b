import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../http/problem.ts';
import { sessionKey } from './session.ts';

/** A session that ended anywhere ends everywhere: the layout then leads to the sign-in and back. */
const onError = (error: unknown) => {
  if (error instanceof ProblemError && error.code === 'session.required') queryClient.setQueryData(sessionKey, null);
};

const worthRetrying = (error: unknown) => !(error instanceof ProblemError) || error.status === 0 || error.status >= 500;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // Without a network one is told so at once: by default a command would wait, unsaid, and be sent much later.
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      // the live stream says what has changed
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && worthRetrying(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
