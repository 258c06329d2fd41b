import { Fault } from '../fault.ts';

const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P03',
]);

/** The fault behind an error on the way to the database; any other error comes back as it is. */
export const explainConnection = (error: unknown): unknown => {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (CONNECTION.has(code) || /timeout expired|terminated unexpectedly/.test(message)) {
    return new Fault(
      `连不上数据库（${code || message}）。请检查 DATABASE_URL。`,
      `The database cannot be reached (${code || message}). Check DATABASE_URL.`,
    );
  }
  if (code === '28P01' || code === '28000') {
    return new Fault(
      '数据库拒绝了用户名或密码。请检查 DATABASE_URL。',
      'The database refused the user or the password. Check DATABASE_URL.',
    );
  }
  if (code === '3D000') {
    return new Fault(`数据库不存在：${message}。`, `There is no such database: ${message}.`);
  }
  if (/^(migration|the database is newer)/.test(message)) return new Fault('数据库结构与本程序不符。', message);
  return error;
};
