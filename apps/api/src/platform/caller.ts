import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { reachOf, type Permission, type Reach, type Role } from '@mofan/contracts/access';
import type { FastifyRequest } from 'fastify';
import { Refused } from './problem.ts';

/** Who is signed in, as the session keeps it. */
export interface SignedIn {
  accountId: string;
  name: string;
  role: Role;
  unitId: string | null;
}

declare module 'fastify' {
  interface Session {
    caller?: SignedIn;
  }
}

/** Who asks, and how far what may be asked reaches. */
export class Caller {
  constructor(private readonly signedIn: SignedIn) {}

  get accountId() {
    return this.signedIn.accountId;
  }

  get name() {
    return this.signedIn.name;
  }

  get role() {
    return this.signedIn.role;
  }

  get unitId() {
    return this.signedIn.unitId;
  }

  reach(permission: Permission): Reach | undefined {
    return reachOf(this.role, permission);
  }

  /** Whether the permission reaches a unit's data. */
  mayReach(permission: Permission, unitId: string | null): boolean {
    const reach = this.reach(permission);
    return reach === 'all' || (reach === 'own' && unitId !== null && unitId === this.unitId);
  }

  /**
   * The rows of a list that the permission reaches, as a condition of the query itself: what may not be shown is
   * never loaded.
   */
  scope(permission: Permission): { unitId?: string } {
    const reach = this.reach(permission);
    if (reach === 'all') return {};
    if (reach === 'own' && this.unitId) return { unitId: this.unitId };
    throw new Refused(403, 'access.denied');
  }

  /** What another unit's data answers: exactly what unknown data answers. */
  mustReach(permission: Permission, unitId: string | null): void {
    if (!this.mayReach(permission, unitId)) throw new Refused(404, 'not-found');
  }
}

export const callerOf = (request: FastifyRequest): Caller | undefined => {
  const signedIn = request.session?.caller;
  return signedIn && new Caller(signedIn);
};

/** The caller of a route that only the signed in may call. */
export const CalledBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw new Refused(401, 'session.required');
  return caller;
});
