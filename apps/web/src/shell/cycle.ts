import type { CycleRow } from '@mofan/contracts/cycle';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { read } from '../http/read.ts';
import { useStored } from './stored.ts';
import { useMe } from './session.ts';

export const useCycles = () =>
  useQuery({ queryKey: ['cycles'], queryFn: ({ signal }) => read('GET /api/cycles', {}, signal) });

/** Units record what they did while the year is tracked and until their self-assessment is in. */
export const takesRecords = ({ stage }: CycleRow): boolean => stage === 'tracking' || stage === 'self-assessment';

/** From 定案 on a year is only read. */
export const isClosed = ({ stage }: CycleRow): boolean => stage === 'finalised' || stage === 'archived';

/**
 * The year on screen: the one in the address, or else the one last chosen, or else the one that contains today.
 * Undefined while loading or where no year has been opened.
 */
export const useCycle = (): { cycle: CycleRow | undefined; choose: (cycleId: string) => void } => {
  const { today } = useMe();
  const { data: cycles = [] } = useCycles();
  const { cycleId } = useParams();
  const [chosen, choose] = useStored('cycle');
  const byId = (id: string | null | undefined) => cycles.find((cycle) => cycle.cycleId === id);
  const current = cycles.find(({ from, to }) => from <= today && today <= to);
  return { cycle: byId(cycleId) ?? byId(chosen) ?? current ?? cycles[0], choose };
};
