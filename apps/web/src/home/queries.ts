import { useQuery } from '@tanstack/react-query';
import { read } from '../http/read.ts';

export const useUnitHome = (cycleId: string | undefined, unitId: string | undefined) =>
  useQuery({
    queryKey: ['home', cycleId, unitId],
    enabled: cycleId !== undefined && unitId !== undefined,
    queryFn: ({ signal }) =>
      read(
        'GET /api/cycles/{cycleId}/units/{unitId}/home',
        { params: { cycleId: cycleId ?? '', unitId: unitId ?? '' } },
        signal,
      ),
  });
