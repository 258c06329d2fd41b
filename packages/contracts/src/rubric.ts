import { z } from 'zod';
import { RubricHash } from '@mofan/domain/cycle/messages';
import { SignRulings } from '@mofan/domain/ruling/messages';
import { FINDING_CODES } from '@mofan/rubric/lint/finding';
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

/** Something in the table on which two careful readers may differ. */
export const RubricFinding = z.strictObject({
  code: z.enum(FINDING_CODES),
  severity: z.enum(['error', 'warning']),
  /** the concrete example that shows it, in a sentence */
  zh: z.string(),
  en: z.string(),
  leaves: z.array(z.string()),
  /** the signed readings that settle it; none: it is open */
  settledBy: z.array(z.string()),
  /** the proposed readings that would */
  proposedBy: z.array(z.string()),
});
export type RubricFinding = z.infer<typeof RubricFinding>;

export const listFindings = endpoint({
  method: 'GET',
  path: '/api/rubrics/{hash}/findings',
  summary: '指标检查',
  policy: 'rubric.read',
  params,
  query: z.strictObject(After),
  response: z.array(RubricFinding),
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
