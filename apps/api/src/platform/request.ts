import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from '@mofan/store/carry-out';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './caller.ts';
import { Refused } from './problem.ts';

const KEY = /^[\x21-\x7e]{8,128}$/;

/** The envelope and the key of a command, from who is signed in, the server's clock and `Idempotency-Key`. */
export const CommandRequest = createParamDecorator((_: unknown, context: ExecutionContext): Request => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const caller = callerOf(request);
  if (!caller) throw new Refused(401, 'session.required');
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refused(400, 'idempotency.key-missing');
  return {
    envelope: {
      actor: caller.accountId,
      correlation: randomUUID(),
      recordedAt: new Date().toISOString(),
      demonstration: false,
    },
    key,
  };
});
