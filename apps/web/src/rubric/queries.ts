import { useQuery } from '@tanstack/react-query';
import { read } from '../http/read.ts';
import { request } from '../http/request.ts';

/** Every version there is, with the years that are assessed by it. */
export const useRubrics = () =>
  useQuery({ queryKey: ['rubrics'], queryFn: ({ signal }) => read('GET /api/rubrics', {}, signal) });

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

/** The bands of each scale, literally and as they are read. */
export const useBands = (hash: string) =>
  useQuery({
    queryKey: ['rubric', hash, 'bands'],
    staleTime: Infinity,
    queryFn: ({ signal }) => request('GET /api/rubrics/{hash}/bands', { params: { hash } }, { signal }),
  });

export const useDrafts = (enabled: boolean) =>
  useQuery({
    queryKey: ['rubric-drafts'],
    enabled,
    queryFn: ({ signal }) => read('GET /api/rubric-drafts', {}, signal),
  });

export const useDraft = (draftId: string) =>
  useQuery({
    queryKey: ['rubric-drafts', draftId],
    queryFn: ({ signal }) => read('GET /api/rubric-drafts/{draftId}', { params: { draftId } }, signal),
  });

/** The units of a year under a version, or under a draft as it stands. */
export const useWhatIf = (of: { hash: string } | { draftId: string; edition: number }, cycleId: string | undefined) =>
  useQuery({
    queryKey: ['what-if', of, cycleId],
    enabled: cycleId !== undefined,
    queryFn: ({ signal }) => {
      const query = { cycleId: cycleId ?? '' };
      return 'hash' in of
        ? request('GET /api/rubrics/{hash}/what-if', { params: { hash: of.hash }, query }, { signal })
        : request('GET /api/rubric-drafts/{draftId}/what-if', { params: { draftId: of.draftId }, query }, { signal });
    },
  });
