import { z } from 'zod';
import { codec } from '../kernel/codec.ts';
import { BusinessDate, message } from '../kernel/message.ts';
import { RubricHash } from '../cycle/messages.ts';

export const RulingId = z.string().regex(/^[A-Z]\d{2,3}$/);

export const SignRulings = message('SignRulings', {
  rubricHash: RubricHash,
  rulings: z.array(RulingId).min(1).max(200),
});
export const RulingCommand = z.discriminatedUnion('type', [SignRulings]);
export type RulingCommand = z.infer<typeof RulingCommand>;

export const RulingsSigned = message('RulingsSigned', {
  rubricHash: RubricHash,
  rulings: z.array(RulingId).min(1),
  signedOn: BusinessDate,
});
export const RulingEvent = z.discriminatedUnion('type', [RulingsSigned]);
export type RulingEvent = z.infer<typeof RulingEvent>;

export const rulingEvents = codec(RulingEvent);
