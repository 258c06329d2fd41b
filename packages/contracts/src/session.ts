import { z } from 'zod';
import { Text } from '@mofan/domain/kernel/message';
import { endpoint } from './endpoint.ts';
import { permissions, roles } from './access.ts';

export const Me = z.strictObject({
  actor: z.uuid(),
  /** what the account is called on screen: 道路设施所 · 支部书记 */
  name: z.string(),
  role: z.enum(roles),
  unit: z.strictObject({ unitId: z.string(), name: z.string() }).nullable(),
  permissions: z.array(z.strictObject({ permission: z.enum(permissions), reach: z.enum(['own', 'all']) })),
  /** the demonstration runs: its data is generated and marked */
  demonstration: z.boolean(),
  /** today's business date */
  today: z.iso.date(),
});
export type Me = z.infer<typeof Me>;

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: '登录',
  policy: 'public',
  body: z.strictObject({ account: Text(64), password: z.string().min(1).max(256) }),
  response: Me,
});

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: '当前登录',
  policy: 'signed-in',
  response: Me,
});

export const signOut = endpoint({ method: 'DELETE', path: '/api/session', summary: '退出', policy: 'signed-in' });
