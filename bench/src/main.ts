import { passes, say, type Bench } from './bench.ts';
import { clearUp } from './ground/clear-up.ts';

/** Loaded one at a time: a bench should not pay for what another imports. */
const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  append: () => import('./append.ts'),
  replay: () => import('./replay.ts'),
  rebuild: () => import('./rebuild.ts'),
  jobs: () => import('./jobs.ts'),
  http: () => import('./http.ts'),
  score: () => import('./score.ts'),
  selection: () => import('./selection.ts'),
  fresh: () => import('./fresh.ts'),
  start: () => import('./start.ts'),
};

const usage = (): never => {
  say(`npm run --silent bench -- ${Object.keys(benches).join('|')} [--size small|medium|full|<number>]`);
  process.exit(2);
};

const sizeOf = ({ sizes }: Bench, asked: string): number => {
  const named = sizes[asked as keyof Bench['sizes']];
  const size = named ?? Number(asked);
  return Number.isInteger(size) && size > 0 ? size : usage();
};

const [name = '', ...options] = process.argv.slice(2);
if (!Object.hasOwn(benches, name)) usage();
const at = options.indexOf('--size');
const asked = at >= 0 ? (options[at + 1] ?? usage()) : 'full';

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void clearUp().then(() => process.exit(1)));

// What escapes every promise must not leave a server behind either.
process.once('uncaughtException', (error) => {
  console.error(error);
  void clearUp().then(() => process.exit(1));
});

let failed = false;
try {
  const { bench } = await benches[name]!();
  const size = sizeOf(bench, asked);
  say(`${name}: ${size} ${bench.unit}`);
  const { ratios, details } = await bench.measure(size);
  const pass = passes(bench.targets, ratios);
  console.log(JSON.stringify({ name, size, ratios, targets: bench.targets, pass, details }));
} catch (error) {
  console.error(error);
  failed = true;
}
await clearUp();
process.exit(failed ? 1 : 0);
