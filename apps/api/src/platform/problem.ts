import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { problemSentence } from '@mofan/contracts/problem-sentences';
import type { Problem } from '@mofan/contracts/wire';
import { DomainError } from '@mofan/domain/kernel/error';

type Details = NonNullable<Problem['details']>;
type Issues = NonNullable<Problem['issues']>;

/** A refusal with a stable code. May be thrown anywhere below a request. */
export class Refused extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly more: { details?: Details; issues?: Issues } = {},
  ) {
    super(code, status);
  }
}

/** What Fastify says with codes of its own. */
const FASTIFY_CODES: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-media',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not-json',
  FST_REQ_FILE_TOO_LARGE: 'file.too-large',
};
const STATUS_FALLBACK: Record<number, string> = {
  404: 'not-found',
  413: 'request.too-large',
  415: 'request.unsupported-media',
};

const domainStatus = (code: string): number => {
  if (code.endsWith('.unknown')) return 404;
  return code === 'concurrency.conflict' ? 409 : 422;
};

/** SQLSTATE classes and socket errors that mean: the database is away, nothing was decided. */
const isDatabaseAway = (error: unknown): boolean => {
  const code = codeOf(error) ?? '';
  return (
    /^(08|57P)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'P1001', 'P1017'].includes(code) ||
    (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
  );
};

const codeOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return 500;
};

const problem = (status: number, code: string, more: { details?: Details; issues?: Issues } = {}): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail: problemSentence(code, 'zh', more.details) ?? problemSentence('internal.error', 'zh')!,
  ...more,
});

/** Any error as RFC 9457 problem details. What is not known to be the caller's fault says nothing of its cause. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof Refused) return problem(error.getStatus(), error.code, error.more);
  if (error instanceof DomainError) return problem(domainStatus(error.code), error.code, { details: error.details });
  if (isDatabaseAway(error) || isDatabaseAway((error as Error | undefined)?.cause)) {
    return problem(503, 'database.unreachable');
  }
  const status = statusOf(error);
  if (status >= 500) return problem(500, 'internal.error');
  const known = FASTIFY_CODES[codeOf(error) ?? ''] ?? FASTIFY_CODES[codeOf((error as Error).cause) ?? ''];
  return problem(status, known ?? STATUS_FALLBACK[status] ?? 'request.malformed');
};
