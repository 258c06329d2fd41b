import { operate } from './operate.mjs';

await operate(['start', ...process.argv.slice(2)]);
