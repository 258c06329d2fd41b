import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../http/read.ts';

export const useOverview = (cycleId: string, asOf: string | null, enabled = true) =>
  useQuery({
    queryKey: ['overview', cycleId, asOf],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read('GET /api/cycles/{cycleId}/overview', { params: { cycleId }, query: asOf ? { asOf } : {} }, signal),
  });
