import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refused } from '../../platform/problem.ts';

/** Aborted once whoever asked has left before the answer. (The request itself is closed as soon as it has been read.) */
export const Leaving = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort(new Refused(409, 'rubric-check.left'));
  });
  return left.signal;
});
