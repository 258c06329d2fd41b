import { pino } from 'pino';
import { createApp } from './app.ts';
import { Settings } from './platform/settings.ts';

const logger = pino({
  level: process.env['MOFAN_LOG'] ?? 'warn',
  // Cookies and keys open doors; they have no place in a log.
  redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
});
const app = await createApp({ logger });
const { port, host } = app.get(Settings);
await app.listen(port, host);
console.log(JSON.stringify({ at: new Date().toISOString(), listening: port }));
