import { z } from 'zod';
import { RubricHash } from '@mofan/domain/cycle/messages';
import { SignRulings } from '@mofan/domain/ruling/messages';
import { Rubric } from '@mofan/rubric/rubric';
import { endpoint } from './endpoint.ts';
import { Actor, After, Recorded } from './wire.ts';

const params = z.strictObject({ hash: RubricHash });

export const SignedRuling = z.strictObject({ id: z.string(), signedOn: z.iso.date(), signedBy: Actor });

/** The content never changes under its hash; only the signatures are added. */
export const readRubric = endpoint({
  method: 'GET',
  path: '/api/rubrics/{hash}',
  summary: '考核指标',
  policy: 'rubric.read',
  params,
  query: z.strictObject(After),
  response: z.strictObject({ hash: z.string(), rubric: Rubric, signed: z.array(SignedRuling) }),
});

export const signRulings = endpoint({
  method: 'POST',
  path: '/api/rubrics/{hash}/signatures',
  summary: '签发解释口径',
  policy: 'ruling.sign',
  command: true,
  params,
  body: SignRulings.omit({ type: true, rubricHash: true }),
  response: Recorded,
});
