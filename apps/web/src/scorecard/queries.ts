import type { LeafSource, UnitScorecard } from '@mofan/contracts/scorecard';
import { useQuery } from '@tanstack/react-query';
import { read } from '../http/read.ts';

export interface Card {
  cycleId: string;
  unitId: string;
  /** null: now */
  asOf: string | null;
}

const asOfQuery = (asOf: string | null) => (asOf ? { asOf } : {});

export const useScorecard = ({ cycleId, unitId, asOf }: Card) =>
  useQuery<UnitScorecard>({
    queryKey: ['scorecard', cycleId, unitId, asOf],
    // the figures of another day stay, dated, until the new ones are there; never those of another unit
    placeholderData: (previous, query) => (query?.queryKey[2] === unitId ? previous : undefined),
    queryFn: ({ signal }) =>
      read(
        'GET /api/cycles/{cycleId}/units/{unitId}/scorecard',
        { params: { cycleId, unitId }, query: asOfQuery(asOf) },
        signal,
      ),
  });

export const useLeafSource = ({ cycleId, unitId, asOf }: Card, leafId: string, language: 'zh' | 'en') =>
  useQuery<LeafSource>({
    queryKey: ['leaf', cycleId, unitId, asOf, leafId, language],
    placeholderData: (previous, query) => (query?.queryKey[4] === leafId ? previous : undefined),
    queryFn: ({ signal }) =>
      read(
        'GET /api/cycles/{cycleId}/units/{unitId}/scorecard/{leafId}',
        { params: { cycleId, unitId, leafId }, query: { ...asOfQuery(asOf), language } },
        signal,
      ),
  });
