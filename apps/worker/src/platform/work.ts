import { changeBell } from '@mofan/store/change';
import type { Database } from '@mofan/store/database';
import { inTransaction } from '@mofan/store/transaction';
import { endDuty, readDuty, recordFailure, type Knock } from './duties.ts';
import type { Processor } from './processor.ts';

/**
 * Answers a knock: does what is due for the key, again as long as more came in while it was at work. A knock for which
 * nothing is due any more does nothing. Effect, receipts and the end of the duty commit together.
 */
export const worker = ({ pool, log }: Database, processors: readonly Processor[]) => {
  const byName = new Map(processors.map((processor) => [processor.name, processor]));
  if (byName.size !== processors.length) throw new Error('two processors have the same name');
  const bell = changeBell(pool);

  return async (knock: Knock): Promise<void> => {
    const processor = byName.get(knock.processor);
    if (!processor) throw new Error(`no processor is called ${knock.processor}`);
    try {
      for (let ended = false; !ended;) {
        const pass = await inTransaction(pool, async (client) => {
          const duty = await readDuty(client, knock);
          if (!duty) return undefined;
          const changes = await processor.run(duty, { client, log });
          return { ended: await endDuty(client, processor.name, duty), changes, position: duty.lastPosition };
        });
        if (!pass) return;
        bell.ring({ position: pass.position, changes: pass.changes });
        ended = pass.ended;
      }
    } catch (error) {
      await recordFailure(pool, knock, error).catch(() => {});
      throw error;
    }
  };
};
