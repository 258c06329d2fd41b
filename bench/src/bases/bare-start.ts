import { startEmbeddedPostgres } from '@mofan/store/embedded/start-embedded-postgres';

/** The base of `start`: starts the embedded PostgreSQL on `BARE_DATA`, says so, and stops it on SIGINT. */
const dataDir = process.env['BARE_DATA']!;
const server = await startEmbeddedPostgres({ dataDir, logFile: `${dataDir}.log` });
if (server.adopted) throw new Error('somebody had left a PostgreSQL alive');
const alive = setInterval(() => {}, 60_000);
process.once('SIGINT', () => {
  clearInterval(alive);
  void server.stop();
});
console.log('ready postgresql://');
