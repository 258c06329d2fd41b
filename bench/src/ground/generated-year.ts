import type { DomainEvent } from '@mofan/domain/events';
import { rubricLibrary } from '@mofan/store/rubric-library';
import { submission } from './evidence.ts';
import type { Chance } from './random.ts';

export const CYCLE = '2026';
export const UNITS = 500;
/** So many records and cases are under way at once; the next step of any of them may come next. */
const UNDER_WAY = 2000;

export interface Placed {
  stream: string;
  version: number;
  event: DomainEvent;
}

/** The events that one thing goes through, in their order, on a stream of its own. */
interface Course {
  stream: string;
  version: number;
  events: DomainEvent[];
}

export const unitIdOf = (n: number): string => `unit-${n}`;

/** `size` events of one year: 500 units are founded and admitted, then records and cases take their courses. */
export function* yearOfEvents(chance: Chance, size: number, units = UNITS): Generator<Placed> {
  let left = size;
  for (const placed of setUp(units)) {
    if (left-- === 0) return;
    yield placed;
  }
  const underWay: Course[] = [];
  while (left > 0) {
    while (underWay.length < UNDER_WAY) underWay.push(course(chance, unitIdOf(chance.below(units))));
    const at = chance.below(underWay.length);
    const own = underWay[at]!;
    own.version += 1;
    yield { stream: own.stream, version: own.version, event: own.events[own.version - 1]! };
    if (own.version === own.events.length) {
      underWay[at] = underWay.at(-1)!;
      underWay.pop();
    }
    left -= 1;
  }
}

function* setUp(units: number): Generator<Placed> {
  const [version] = rubricLibrary.values();
  const { id, version: edition } = version!.compiled.published;
  const rubric = { id, version: edition, hash: version!.hash };
  for (let n = 0; n < units; n += 1) {
    const unitId = unitIdOf(n);
    const stream = `unit-${unitId}`;
    const founding = {
      unitId,
      name: `第${n}科`,
      kind: 'section',
      parentId: null,
      order: n,
      foundedOn: '2015-03-02',
    } as const;
    yield { stream, version: 1, event: { type: 'UnitFounded', ...founding } };
    const branch = { unitId, name: `第${n}科党支部`, establishedOn: '2018-11-20' };
    yield { stream, version: 2, event: { type: 'BranchEstablished', ...branch } };
  }
  const stream = `cycle-${CYCLE}`;
  const opening = { cycleId: CYCLE, year: 2026, from: '2026-01-01', to: '2026-12-31', rubric };
  yield { stream, version: 1, event: { type: 'CycleOpened', ...opening } };
  for (let n = 0; n < units; n += 1) {
    yield { stream, version: n + 2, event: { type: 'ParticipantAdmitted', cycleId: CYCLE, unitId: unitIdOf(n) } };
  }
  const tracking = { cycleId: CYCLE, from: 'deployment', to: 'tracking' } as const;
  yield { stream, version: units + 2, event: { type: 'StageAdvanced', ...tracking } };
}

/** Of a hundred courses one is a case; the rest are records, of which some come back and most are accepted. */
const course = (chance: Chance, unitId: string): Course =>
  chance.below(100) === 0 ? caseOf(chance, unitId) : recordOf(chance, unitId);

const recordOf = (chance: Chance, unitId: string): Course => {
  const submitted = submission(chance, CYCLE, unitId);
  const { evidenceId } = submitted;
  const subject = { evidenceId, cycleId: CYCLE, unitId };
  const events: DomainEvent[] = [{ type: 'EvidenceSubmitted', ...submitted }];
  if (chance.below(100) < 15) {
    events.push({ type: 'EvidenceReturned', ...subject, reason: '缺少签到表，请补充后再报' });
    events.push({ type: 'EvidenceResubmitted', ...submission(chance, CYCLE, unitId), evidenceId });
  }
  const fate = chance.below(100);
  if (fate < 70) events.push({ type: 'EvidenceAccepted', ...subject });
  else if (fate < 73) events.push({ type: 'EvidenceWithdrawn', ...subject, reason: '重复登记' });
  return { stream: `evidence-${evidenceId}`, version: 0, events };
};

const caseOf = (chance: Chance, unitId: string): Course => {
  const incidentId = chance.uuid();
  const details = {
    incidentId,
    unitId,
    category: chance.pick(['efficiency-admonition', 'other-handling', 'disciplinary-action'] as const),
    role: chance.pick(['staff', 'unit-head'] as const),
    personRef: chance.uuid(),
    actRef: chance.uuid(),
    documentNumber: `演纪〔2026〕${1 + chance.below(999)}号`,
    actOn: '2026-03-02',
    effectiveOn: '2026-05-20',
    learnedOn: '2026-05-22',
  };
  const events: DomainEvent[] = [
    { type: 'IncidentRecorded', ...details, registrar: chance.uuid() },
    { type: 'IncidentConfirmed', ...details, cycleId: CYCLE, late: false, movedFrom: null },
  ];
  return { stream: `incident-${incidentId}`, version: 0, events };
};
