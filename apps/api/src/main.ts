import { pino } from 'pino';
import { createApp } from './app.ts';
import { Settings } from './platform/settings.ts';

const logger = pino({
  level: process.env['MOFAN_LOG'] ?? 'warn',
  // Cookies and keys open doors; they have no place in a log.
  redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
});
/** A client that neither reads nor leaves must not keep the process from ending. */
const LEAVE_MS = 10_000;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => setTimeout(() => process.exit(1), LEAVE_MS).unref());
}

const app = await createApp({ logger });
const { port, host } = app.get(Settings);
await app.listen(port, host);
console.log(JSON.stringify({ at: new Date().toISOString(), listening: port }));
