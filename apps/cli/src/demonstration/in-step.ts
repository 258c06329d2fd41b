import type { Append, EventLog } from '@mofan/store/event-log';

interface Step {
  /** the command's idempotency key: its append is known by it */
  key: string;
  carryOut(): Promise<unknown>;
}

/**
 * Lets several commands be decided at once and be written in their order: their appends are held back until each of
 * them has come to one, or has ended without, and then go to the log one after the other, in few transactions.
 */
export class InStep {
  /** The log that the commands must be given. */
  readonly log: EventLog;
  private order: string[] = [];
  private deciding = new Set<string>();
  private readonly held = new Map<string, () => void>();

  constructor(private readonly target: EventLog) {
    const append: EventLog['append'] = (asked) => this.append(asked);
    this.log = Object.assign(Object.create(target) as EventLog, { append });
  }

  /** Carries out a group of commands of which none needs what another writes. Throws what the first was refused for. */
  async carryOut(steps: readonly Step[]): Promise<void> {
    this.order = steps.map(({ key }) => key);
    this.deciding = new Set(this.order);
    const ended = steps.map(({ key, carryOut }) => carryOut().finally(() => this.decided(key)));
    const refused = (await Promise.allSettled(ended)).find((each) => each.status === 'rejected');
    if (refused) throw refused.reason;
  }

  private append(append: Append): ReturnType<EventLog['append']> {
    const key = append.key?.key ?? '';
    return new Promise((resolve) => {
      this.held.set(key, () => resolve(this.target.append(append)));
      this.decided(key);
    });
  }

  private decided(key: string): void {
    this.deciding.delete(key);
    if (this.deciding.size > 0) return;
    for (const each of this.order) {
      const pass = this.held.get(each);
      this.held.delete(each);
      pass?.();
    }
  }
}
