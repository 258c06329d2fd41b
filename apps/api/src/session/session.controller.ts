import { Controller, Req, Res } from '@nestjs/common';
import { grants, type Permission, type Role } from '@mofan/contracts/access';
import { readSession, signIn, signOut, type Me } from '@mofan/contracts/session';
import { businessDate } from '@mofan/domain/kernel/business-date';
import { Accounts } from '@mofan/store/account';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalledBy, Caller } from '../platform/caller.ts';
import { Directory } from '../platform/directory.ts';
import { Implements, Input, type InputOf } from '../platform/implements.ts';
import { Refused } from '../platform/problem.ts';
import { Settings } from '../platform/settings.ts';

export const SESSION_COOKIE = 'mofan';

@Controller()
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly directory: Directory,
    private readonly settings: Settings,
  ) {}

  @Implements(signIn)
  async signIn(@Input() { body }: InputOf<typeof signIn>, @Req() request: FastifyRequest): Promise<Me> {
    const account = await this.accounts.authenticate(body.account, body.password);
    // A demonstration account that outlived its demonstration is nobody's.
    if (!account || (account.demonstration && !this.settings.demonstration)) {
      throw new Refused(401, 'session.wrong-credentials');
    }
    const { accountId, name, unitId } = account;
    await request.session.regenerate();
    request.session.caller = { accountId, name, role: account.role as Role, unitId };
    return this.describe(new Caller(request.session.caller));
  }

  @Implements(readSession)
  read(@CalledBy() caller: Caller): Promise<Me> {
    return this.describe(caller);
  }

  @Implements(signOut)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await request.session.destroy();
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  private async describe(caller: Caller): Promise<Me> {
    const unit = caller.unitId === null ? undefined : (await this.directory.units()).get(caller.unitId);
    return {
      actor: caller.accountId,
      name: caller.name,
      role: caller.role,
      unit: unit ? { unitId: unit.unitId, name: unit.name } : null,
      permissions: Object.entries(grants[caller.role]).map(([permission, reach]) => ({
        permission: permission as Permission,
        reach,
      })),
      demonstration: this.settings.demonstration,
      today: businessDate(Date.now()),
    };
  }
}
