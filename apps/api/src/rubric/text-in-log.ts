import { codecs } from '@mofan/domain/events';
import { DomainError } from '@mofan/domain/kernel/error';
import type { EventLog } from '@mofan/store/event-log';

/** The text of a draft as the log has it now. Throws `rubric-draft.unknown`. */
export const textInLog = async (log: EventLog, draftId: string): Promise<string> => {
  const events = (await log.readStream(`rubric-draft-${draftId}`)).map((event) => codecs['rubric-draft'].decode(event));
  const last = events.findLast((event) => event.type === 'RubricDrafted' || event.type === 'RubricRevised');
  if (!last) throw new DomainError('rubric-draft.unknown');
  return last.text;
};
