import { businessDate, endOfBusinessDate } from '@mofan/domain/kernel/business-date';
import { Refused } from './problem.ts';

/** A time to look at: `past` is set where it is not the present. Throws `request.as-of-in-the-future`. */
export interface Moment {
  asOf: string;
  /** only what was recorded before that instant */
  past: { recordedBefore: string } | undefined;
}

/** Today is the present, which goes on; an earlier day is what had been recorded by its end in Shanghai. */
export const momentOf = (asOf: string | undefined): Moment => {
  const today = businessDate(Date.now());
  if (asOf === undefined || asOf === today) return { asOf: today, past: undefined };
  if (asOf > today) throw new Refused(422, 'request.as-of-in-the-future');
  return { asOf, past: { recordedBefore: endOfBusinessDate(asOf) } };
};
