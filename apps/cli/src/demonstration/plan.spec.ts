import { businessDate } from '@mofan/domain/kernel/business-date';
import { CycleCommand, stages } from '@mofan/domain/cycle/messages';
import { EvidenceCommand } from '@mofan/domain/evidence/messages';
import { IncidentCommand } from '@mofan/domain/incident/messages';
import { RulingCommand } from '@mofan/domain/ruling/messages';
import { UnitCommand } from '@mofan/domain/unit/messages';
import { rubricLibrary } from '@mofan/store/rubric-library';
import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { demonstrationRubric } from './pinned-rubric.ts';
import { planCentre, planClosedYear, planYear } from './plan.ts';
import { assessedUnits, WALKED_UNIT } from './units.ts';

const { rubric, criteriaOf } = demonstrationRubric();
const planOf = (today: string) => planYear(today, rubric, criteriaOf);
const wholePlanOf = (today: string) => planCentre(today, rubric, criteriaOf);
const submissions = (plan: Action[]) =>
  plan.flatMap(({ command }) => (command.type === 'SubmitEvidence' ? [command] : []));
const count = (plan: Action[], type: string) => plan.filter(({ command }) => command.type === type).length;

const days = [
  '2024-02-29',
  '2026-01-01',
  '2026-01-03',
  '2026-01-05',
  '2026-01-06',
  '2026-07-01',
  '2026-11-23',
  '2026-12-31',
];
const schemas = {
  unit: UnitCommand,
  cycle: CycleCommand,
  ruling: RulingCommand,
  evidence: EvidenceCommand,
  incident: IncidentCommand,
};

describe.each(days)('the plan of %s', (today) => {
  const plan = wholePlanOf(today);

  it('never runs backwards and ends before the day begins', () => {
    expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).toSorted());
    expect(businessDate(plan.at(-1)!.at) < today).toBe(true);
  });

  it('records nothing that has not happened yet', () => {
    for (const { at, command } of plan) {
      if ('occurredOn' in command) expect(command.occurredOn <= businessDate(at)).toBe(true);
    }
  });

  it('gives each action a key of its own and a command that its contract takes', () => {
    expect(new Set(plan.map(({ key }) => key)).size).toBe(plan.length);
    for (const { to, command } of plan) expect(schemas[to].parse(command)).toEqual(command);
  });

  it('keeps the walk possible: no incident, and study sessions short of twelve, all of them counted', () => {
    expect(plan.some(({ command }) => command.type === 'RecordIncident' && command.unitId === WALKED_UNIT)).toBe(false);
    const sessions = submissions(planOf(today)).filter(
      ({ unitId, kind }) => unitId === WALKED_UNIT && kind === 'group-study-session',
    );
    expect(sessions.length).toBeLessThan(12);
    expect(sessions.some(({ occurredOn }) => occurredOn === today)).toBe(false);
    const ids = new Set(sessions.map(({ evidenceId }) => evidenceId));
    for (const { command } of plan) {
      if (command.type === 'ReturnEvidence' || command.type === 'WithdrawEvidence') {
        expect(ids.has(command.evidenceId)).toBe(false);
      }
    }
  });
});

describe('a later plan', () => {
  it('begins with all that an earlier one does, but for the case that waits', () => {
    const earlier = planOf('2026-08-12').slice(0, -1);
    const later = planOf('2026-08-13').slice(0, earlier.length);
    expect(later.map(({ key, at }) => [key, at])).toEqual(earlier.map(({ key, at }) => [key, at]));
  });
});

describe('the closed year', () => {
  const plan = planClosedYear(2025, rubric, criteriaOf);
  const stagesAt = plan.flatMap(({ command, at }) =>
    command.type === 'AdvanceStage' ? [[command.to, at] as const] : [],
  );

  it('goes through every stage and is in the archive before the next one is opened', () => {
    expect(stagesAt.map(([to]) => to)).toEqual(stages.slice(1));
    expect(plan.at(-1)!.command).toMatchObject({ to: 'archived' });
    expect(businessDate(plan.at(-1)!.at) < '2025-12-31').toBe(true);
  });

  it('leaves no record that nobody decided on but a few that were returned', () => {
    const fates = new Map<string, string>();
    for (const { command } of plan) if ('evidenceId' in command) fates.set(command.evidenceId, command.type);
    const waiting = [...fates.values()].filter((last) => /^(Submit|Resubmit)/.test(last));
    expect(waiting).toEqual([]);
    expect([...fates.values()].filter((last) => last === 'ReturnEvidence').length).toBeLessThan(10);
    expect(fates.size).toBeGreaterThan(1300);
  });

  it('has cases that stand, none that waits', () =>
    expect(count(plan, 'RecordIncident')).toBe(count(plan, 'ConfirmIncident')));
});

describe('the year by late November', () => {
  const plan = planOf('2026-11-23');

  it('holds about 1,500 records, most of them accepted', () => {
    const records = submissions(plan).length;
    expect(records).toBeGreaterThan(1400);
    expect(records).toBeLessThan(1600);
    expect(count(plan, 'AcceptEvidence') / records).toBeGreaterThan(0.93);
    expect(count(plan, 'ReturnEvidence')).toBeGreaterThanOrEqual(12);
    expect(count(plan, 'ResubmitEvidence')).toBeLessThan(count(plan, 'ReturnEvidence'));
    expect(count(plan, 'WithdrawEvidence')).toBeGreaterThanOrEqual(2);
  });

  it('shows the walked unit eight to ten study sessions', () => {
    const sessions = submissions(plan).filter(
      ({ unitId, kind }) => unitId === WALKED_UNIT && kind === 'group-study-session',
    );
    expect(sessions.length).toBeGreaterThanOrEqual(8);
    expect(sessions.length).toBeLessThanOrEqual(10);
  });

  it('leaves two units far behind and the others near complete', () => {
    const judged = rubricLibrary.get(rubric.hash)!.compiled.leaves.filter(({ from }) => from.kind === 'mark').length;
    const covered = (unit: string) =>
      new Set(submissions(plan).flatMap(({ unitId, criteria }) => (unitId === unit ? criteria : []))).size / judged;
    for (const { unitId } of assessedUnits) {
      if (unitId === 'bridge' || unitId === 'parking') expect(covered(unitId)).toBeLessThan(0.65);
      else expect(covered(unitId)).toBeGreaterThan(0.8);
    }
  });

  it('reaches every criterion that takes evidence, and no other', () => {
    const judged = rubricLibrary.get(rubric.hash)!.compiled.leaves.filter(({ from }) => from.kind === 'mark');
    const reached = new Set(submissions(plan).flatMap(({ criteria }) => criteria));
    expect([...reached].toSorted()).toEqual(judged.map(({ id }) => id).toSorted());
  });
});
