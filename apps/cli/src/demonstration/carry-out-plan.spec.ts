import { MemoryEventLog } from '@mofan/store/memory-event-log';
import { describe, expect, it } from 'vitest';
import { carryOutPlan } from './carry-out-plan.ts';
import { demonstrationRubric } from './pinned-rubric.ts';
import { planCentre } from './plan.ts';

const { rubric, criteriaOf } = demonstrationRubric();
const planOf = (today: string) => planCentre(today, rubric, criteriaOf);

const groundOn = (log: MemoryEventLog) => ({ log, storeFiles: async () => {} });
const contentOf = async (log: MemoryEventLog) =>
  (await log.readAfter(0, 1e6)).map(({ stream, version, hash }) => [stream, version, hash]);

describe('carrying out the plan', () => {
  it('meets no refusal in a whole year and leaves times that never run backwards', async () => {
    const log = new MemoryEventLog();
    const plan = planOf('2026-12-31');
    await carryOutPlan(groundOn(log), plan, () => {});
    const events = await log.readAfter(0, 1e6);
    expect(events.length).toBe(plan.length);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ recordedAt }) => recordedAt).toSorted());
    expect(events.every(({ demonstration }) => demonstration)).toBe(true);
  });

  it('goes on after a kill, also a day later, and repeats nothing', async () => {
    const plan = planOf('2026-03-20');
    const whole = new MemoryEventLog();
    await carryOutPlan(groundOn(whole), plan, () => {});

    const resumed = new MemoryEventLog();
    await carryOutPlan(groundOn(resumed), planOf('2026-03-19').slice(0, 200), () => {});
    await carryOutPlan(groundOn(resumed), plan, () => {});
    await carryOutPlan(groundOn(resumed), plan, () => {});
    expect(await contentOf(resumed)).toEqual(await contentOf(whole));
  });

  it('repeats nothing when it begins with actions that are done', async () => {
    const plan = planOf('2026-02-10');
    const log = new MemoryEventLog();
    await carryOutPlan(groundOn(log), plan, () => {});
    const before = await contentOf(log);
    const recall = log.recall.bind(log);
    let probes = 0;
    log.recall = async (account, key) => ((probes += 1) <= 2 ? undefined : recall(account, key));
    await carryOutPlan(groundOn(log), plan, () => {});
    expect(await contentOf(log)).toEqual(before);
  });
});
