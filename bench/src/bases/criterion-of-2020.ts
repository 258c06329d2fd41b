import type { MarkFact, RecordFact, UnitFacts } from '@mofan/rubric/facts';
import type { Contribution } from '@mofan/rubric/contribution';
import type { LeafScore } from '@mofan/rubric/scorecard';

const ABOVE_EIGHT = new Set([
  '7.1',
  '7.2',
  '8.1',
  '8.2',
  '8.3',
  '9.1',
  '9.2',
  '9.3',
  '10.1',
  '10.2',
  '10.3',
  '12.1',
  '13.1',
  '13.2',
  '14.1',
  '15.1',
  '15.2',
]);
const GRADES = ['excellent', 'good', 'fair', 'unqualified'];
const NONE: string[] = [];

/** A criterion of the table of 2020 that is judged, by hand: see `table-of-2020.ts`. */
export const judged = (
  id: string,
  full: number,
  evidence: string[],
  records: readonly RecordFact[],
  marks: readonly MarkFact[],
  facts: UnitFacts,
): LeafScore => {
  const contributions: Contribution[] = evidence.length > 0 ? [{ kind: 'evidence', facts: evidence }] : [];
  const capped = id === '2.2' && countStudy(records, facts, contributions);
  const rulings = ABOVE_EIGHT.has(id) ? ['A05'] : Number(id.split('.')[0]) <= 6 ? ['A04'] : NONE;
  const valid: [MarkFact, number][] = [];
  for (const mark of marks) {
    const own = mark.discretion && id === '4.2' ? [...rulings, 'A13'] : rulings;
    const points = read(mark, full, id === '4.2', capped);
    if (typeof points === 'string') {
      const also = points === 'mark.above-cap' && id === '2.2' ? [...own, 'A14'] : own;
      contributions.push({ kind: 'refused', reason: points, fact: mark.id, rulings: also });
    } else {
      const { grade, final } = mark;
      contributions.push({ kind: 'mark', grade, points: String(points), final, fact: mark.id, rulings: own });
      valid.push([mark, points]);
    }
  }
  const final = valid.filter(([mark]) => mark.final);
  const deciding = (final.length > 0 ? final : valid).map(([, points]) => points);
  if (deciding.length === 0) contributions.push({ kind: 'open', rulings: capped ? ['A14'] : NONE });
  const floor = deciding.length > 0 ? Math.min(...deciding) : 0;
  const ceiling = deciding.length > 0 ? Math.max(...deciding) : capped ? full - 1 : full;
  const grade = final[0]?.[0].grade;
  return {
    id,
    points: String(full),
    floor: String(floor),
    ceiling: String(ceiling),
    settled: floor === ceiling,
    byRule: false,
    grade: grade !== undefined && final.every(([mark]) => mark.grade === grade) ? grade : null,
    gradeAtMost: capped ? 'good' : null,
    evidence: evidence.length,
    contributions,
  };
};

const countStudy = (records: readonly RecordFact[], facts: UnitFacts, contributions: Contribution[]): boolean => {
  const { from, to } = facts.period;
  const counted = records.filter(
    (each) => each.kind === 'group-study-session' && each.occurredOn >= from && each.occurredOn <= to,
  );
  const count = new Set(counted.map(({ session }) => session)).size;
  const caps = count < 12 && facts.recordingClosed;
  const figures = { metric: 'group-study-sessions', count, least: 12, caps, gradeAtMost: 'good' };
  contributions.push({ kind: 'count', ...figures, facts: counted.map(({ id }) => id), rulings: ['A14'] });
  return caps;
};

const read = ({ grade, points: text, discretion }: MarkFact, full: number, mayDiscount: boolean, capped: boolean) => {
  const rank = GRADES.indexOf(grade);
  if (rank < 0) return 'mark.unknown-grade';
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return 'mark.not-a-number';
  if (discretion && !mayDiscount) return 'mark.no-discretion';
  if (rank < 1 && (capped || discretion)) return 'mark.above-cap';
  const points = Number(text);
  const half = full / 2;
  const bands = [
    [full, full],
    [Math.max(full - 3, half), full - 1],
    [Math.max(full - 5, half), Math.max(full - 3, half)],
    [0, half],
  ] as const;
  const covers = ([from, to]: readonly [number, number]) => points >= from && points <= to;
  if (!covers(bands[rank]!)) return bands.some(covers) ? 'mark.outside-band' : 'mark.no-grade-covers';
  return (points * 2) % 1 === 0 ? points : 'mark.off-step';
};
