import type { LineSource } from '@mofan/contracts/scorecard';
import { decodeEvent } from '@mofan/domain/events';
import { businessDate, endOfBusinessDate } from '@mofan/domain/kernel/business-date';
import { unitFacts, type ScoringEvent } from '@mofan/domain/scoring/unit-facts';
import { type Audience, lineIn } from '@mofan/rubric/scorecard';
import type { RecordedEvent } from '@mofan/store/event-log';
import { scorecardOf, type UnitHistory } from '@mofan/store/unit-history';

const DAY_MS = 86_400_000;

interface Subject {
  cycleId: string;
  unitId: string;
  lineId: string;
  audience: Audience;
}

/**
 * What the line said on the day before the last event behind it, from the history at hand; null when nothing stands
 * behind it or the cycle was not open yet.
 */
export const dayBefore = (
  history: UnitHistory,
  { cycleId, unitId, lineId, audience }: Subject,
  behind: readonly RecordedEvent[],
): LineSource['dayBefore'] => {
  const last = behind.at(-1);
  if (!last) return null;
  const date = businessDate(Date.parse(last.recordedAt) - DAY_MS);
  const end = endOfBusinessDate(date);
  const earlier = history.events.filter(({ recordedAt }) => recordedAt < end);
  if (!earlier.some(({ type }) => type === 'CycleOpened')) return null;
  const events = earlier.map((event) => decodeEvent(event) as ScoringEvent);
  const facts = unitFacts({ cycleId, unitId, asOf: date }, events);
  const { floor, ceiling } = lineIn(scorecardOf({ ...history, facts }, audience), lineId)!;
  return { date, floor, ceiling };
};
