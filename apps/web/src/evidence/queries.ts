import type { InputOf } from '@mofan/contracts/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../http/read.ts';

export type EvidenceFilter = NonNullable<InputOf<'GET /api/evidence'>['query']>;

export const useEvidenceList = (filter: EvidenceFilter | null) =>
  useQuery({
    queryKey: ['evidence', 'list', filter],
    enabled: filter !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read('GET /api/evidence', filter ? { query: filter } : {}, signal),
  });

export const useEvidence = (evidenceId: string) =>
  useQuery({
    queryKey: ['evidence', evidenceId],
    queryFn: ({ signal }) => read('GET /api/evidence/{evidenceId}', { params: { evidenceId } }, signal),
  });
