import { Controller, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { readHealth, type Health } from '@mofan/contracts/operations';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../platform/caller.ts';
import { Implements } from '../platform/implements.ts';
import { ReadHealth } from './health.query.ts';

@Controller()
export class OperationsController {
  constructor(private readonly queries: QueryBus) {}

  /** Anyone learns whether it works and, if not, the code; what runs how is for those who operate it. */
  @Implements(readHealth)
  async health(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.queries.execute(new ReadHealth());
    const { status, code } = health;
    if (status === 'unavailable') reply.code(503);
    if (callerOf(request)?.reach('operations.read')) return health;
    return status === 'ok' ? { status } : { status, ...(code ? { code } : {}) };
  }
}
