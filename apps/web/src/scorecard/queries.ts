import type { LineSource, UnitScorecard } from '@mofan/contracts/scorecard';
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

export const useLineSource = ({ cycleId, unitId, asOf }: Card, lineId: string, language: 'zh' | 'en') =>
  useQuery<LineSource>({
    queryKey: ['line', cycleId, unitId, asOf, lineId, language],
    placeholderData: (previous, query) => (query?.queryKey[4] === lineId ? previous : undefined),
    queryFn: ({ signal }) =>
      read(
        'GET /api/cycles/{cycleId}/units/{unitId}/scorecard/{lineId}',
        { params: { cycleId, unitId, lineId }, query: { ...asOfQuery(asOf), language } },
        signal,
      ),
  });
