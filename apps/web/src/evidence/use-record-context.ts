import { useUnitHome } from '../home/queries.ts';
import { useRubric } from '../rubric/queries.ts';
import { useCycle } from '../shell/cycle.ts';
import { useMe } from '../shell/session.ts';
import type { RecordContext } from './draft.ts';

/** What the record form needs, once it is all there; undefined before, with what went wrong if it did. */
export const useRecordContext = (): { context: RecordContext | undefined; error: unknown; refetch: () => unknown } => {
  const { unit, today } = useMe();
  const { cycle } = useCycle();
  const home = useUnitHome(cycle?.cycleId, unit?.unitId);
  const rubric = useRubric(cycle?.rubric.hash);
  const context =
    cycle && home.data && rubric.data ? { cycle, today, home: home.data, rubric: rubric.data.rubric } : undefined;
  return {
    context,
    error: home.error ?? rubric.error,
    refetch: () => Promise.all([home.refetch(), rubric.refetch()]),
  };
};
