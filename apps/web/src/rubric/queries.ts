import { useQuery } from '@tanstack/react-query';
import { read } from '../http/read.ts';

/** One version of the table with the signatures under its readings. */
export const useRubric = (hash: string | undefined) =>
  useQuery({
    queryKey: ['rubric', hash],
    enabled: hash !== undefined,
    // the text never changes under its hash; a signature comes over the live stream
    staleTime: Infinity,
    queryFn: ({ signal }) => read('GET /api/rubrics/{hash}', { params: { hash: hash ?? '' } }, signal),
  });

/** What the linter finds in the table, as the signed readings leave it. */
export const useFindings = (hash: string) =>
  useQuery({
    queryKey: ['rubric', hash, 'findings'],
    staleTime: Infinity,
    queryFn: ({ signal }) => read('GET /api/rubrics/{hash}/findings', { params: { hash } }, signal),
  });
