import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './caller.ts';
import { endpointOf } from './implements.ts';
import { Refused } from './problem.ts';

/** A unit named anywhere in a request: in the path, the query or the top of the body. */
const unitsNamedIn = ({ params, query, body }: FastifyRequest): unknown[] =>
  [params, query, body].flatMap((part) =>
    typeof part === 'object' && part !== null && 'unitId' in part ? [part.unitId] : [],
  );

/**
 * Holds every route to the policy of its endpoint, before anything is parsed or read. With a reach of `own` a unit
 * named in the request must be the caller's; any other answers as one that does not exist.
 */
@Injectable()
export class PolicyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const endpoint = endpointOf(context.getHandler());
    if (!endpoint) throw new Refused(403, 'access.denied');
    if (endpoint.policy === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = callerOf(request);
    if (!caller) throw new Refused(401, 'session.required');
    if (endpoint.policy === 'signed-in') return true;
    const { policy } = endpoint;
    if (!caller.reach(policy)) throw new Refused(403, 'access.denied');
    for (const unitId of unitsNamedIn(request)) {
      if (typeof unitId === 'string') caller.mustReach(policy, unitId);
    }
    return true;
  }
}
