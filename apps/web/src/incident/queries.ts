import type { InputOf } from '@mofan/contracts/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../http/read.ts';

export type IncidentFilter = NonNullable<InputOf<'GET /api/incidents'>['query']>;
type PageOnly = NonNullable<InputOf<'GET /api/incidents/to-confirm'>['query']>;

export const useIncidents = (filter: IncidentFilter | null) =>
  useQuery({
    queryKey: ['incidents', 'list', filter],
    enabled: filter !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read('GET /api/incidents', filter ? { query: filter } : {}, signal),
  });

export const useIncidentsToConfirm = (page: PageOnly) =>
  useQuery({
    queryKey: ['incidents', 'to-confirm', page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read('GET /api/incidents/to-confirm', { query: page }, signal),
  });

export const useIncident = (incidentId: string) =>
  useQuery({
    queryKey: ['incidents', incidentId],
    queryFn: ({ signal }) => read('GET /api/incidents/{incidentId}', { params: { incidentId } }, signal),
  });
