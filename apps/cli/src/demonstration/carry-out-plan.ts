import type { Commands } from '@mofan/store/commands';
import type { Request } from '@mofan/store/carry-out';
import type { EventLog } from '@mofan/store/event-log';
import type { Action, AnyCommand } from './action.ts';
import { idOf } from './identity.ts';

/** What carrying out needs; a log in memory serves the specs. */
export interface Ground {
  log: EventLog;
  commands: Commands;
  storeFiles(action: Action): Promise<void>;
}

const PREFIX = 'demonstration: ';

/** Carries out what an earlier run left undone, one action after the other: the recorded times never run backwards. */
export const carryOutPlan = async (ground: Ground, plan: readonly Action[], done: (count: number) => void) => {
  let count = await countDone(ground.log, plan);
  done(count);
  for (const action of plan.slice(count)) {
    await ground.storeFiles(action);
    await dispatch(ground.commands, action, requestOf(action));
    count += 1;
    done(count);
  }
};

/** Actions are carried out in their order, so those that are done stand at the head: their end is found by halving. */
const countDone = async (log: EventLog, plan: readonly Action[]): Promise<number> => {
  const isDone = async ({ actor, key }: Action) => (await log.recall(actor, PREFIX + key)) !== undefined;
  // The last action follows `today`: when an earlier day's run came to its end, so has this plan.
  const last = plan.at(-1);
  if (last && (await isDone(last))) return plan.length;
  let from = 0;
  let to = plan.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (await isDone(plan[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
};

const requestOf = ({ actor, at, key }: Action): Request => ({
  envelope: { actor, correlation: idOf(`request ${key}`), recordedAt: at, demonstration: true },
  key: PREFIX + key,
});

const dispatch = (commands: Commands, action: AnyCommand, request: Request) => {
  switch (action.to) {
    case 'unit':
      return commands.unit(action.command, request);
    case 'cycle':
      return commands.cycle(action.command, request);
    case 'ruling':
      return commands.ruling(action.command, request);
    case 'evidence':
      return commands.evidence(action.command, request);
    case 'incident':
      return commands.incident(action.command, request);
  }
};
