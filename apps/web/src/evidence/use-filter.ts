import { useSearchParams } from 'react-router';
import type { EvidenceFilter } from './queries.ts';

const statuses = ['submitted', 'returned', 'accepted', 'withdrawn'] as const;

/** The filter of the list, kept in the address so that it can be sent to somebody. A change leads back to page one. */
export const useFilter = (cycleId: string | undefined) => {
  const [search, setSearch] = useSearchParams();
  const given = (name: string) => search.get(name)?.trim() || undefined;
  const status = statuses.find((each) => each === search.get('status'));
  const filter: EvidenceFilter | null = cycleId
    ? {
        cycleId,
        size: 20,
        page: Number(search.get('page') ?? 1),
        ...(status && { status }),
        kind: given('kind'),
        criterion: given('criterion'),
        unitId: given('unitId'),
        search: given('search'),
      }
    : null;
  const change = (name: string, value: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (name !== 'page') next.delete('page');
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: name === 'search' },
    );
  return { filter, search, change };
};
