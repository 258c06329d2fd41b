import type { Request } from '@mofan/store/carry-out';
import { commandsOn, type Commands } from '@mofan/store/commands';
import type { EventLog } from '@mofan/store/event-log';
import type { Action, AnyCommand } from './action.ts';
import { idOf } from './identity.ts';
import { InStep } from './in-step.ts';

/** What carrying out needs; a log in memory serves the specs. */
export interface Ground {
  log: EventLog;
  storeFiles(action: Action): Promise<void>;
}

const PREFIX = 'demonstration: ';
/** Larger groups are no faster. */
const MOST_AT_ONCE = 64;

/**
 * Carries out what an earlier run left undone. The log is written in the order of the plan, so that recorded times
 * never run backwards and what is done stands at the head; `done` is told after each group.
 */
export const carryOutPlan = async (
  { log, storeFiles }: Ground,
  plan: readonly Action[],
  done: (count: number) => void,
) => {
  const inStep = new InStep(log);
  const commands = commandsOn(inStep.log);
  let count = await countDone(log, plan);
  done(count);
  for (const group of groupsOf(plan.slice(count))) {
    await Promise.all(group.map(storeFiles));
    await inStep.carryOut(
      group.map((action) => {
        const request = requestOf(action);
        return { key: request.key, carryOut: () => dispatch(commands, action, request) };
      }),
    );
    count += group.length;
    done(count);
  }
};

/** What is entered and accepted needs nothing but its own stream and the year's; all else goes alone. */
const groupsOf = (plan: readonly Action[]): Action[][] => {
  const groups: Action[][] = [];
  let streams = new Set<string>();
  for (const action of plan) {
    const stream = action.to === 'evidence' ? action.command.evidenceId : undefined;
    const joins = stream !== undefined && streams.size > 0 && streams.size < MOST_AT_ONCE && !streams.has(stream);
    if (joins) groups.at(-1)!.push(action);
    else {
      groups.push([action]);
      streams = new Set();
    }
    if (stream !== undefined) streams.add(stream);
  }
  return groups;
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

const requestOf = ({ actor, at, key }: Action): Request & { key: string } => ({
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
