import { deepStrictEqual } from 'node:assert';
import { rubricLibrary } from '@mofan/store/rubric-library';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import type { CaseFact, MarkFact, RecordFact, UnitFacts } from '@mofan/rubric/facts';
import { score } from '@mofan/rubric/score';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { figuresOfScorecard, type Peer } from './bases/facts-for-peers.ts';
import { rulesOf2020 } from './bases/rules-of-2020.ts';
import { scoreTableOf2020 } from './bases/table-of-2020.ts';
import { zenOf2020 } from './bases/zen-of-2020.ts';
import { say, type Bench } from './bench.ts';
import { submission } from './ground/evidence.ts';
import { Chance } from './ground/random.ts';
import { inTurn, median, ratioOf, seconds, short } from './statistics.ts';

const ROUNDS = 9;
const UNITS = 40;

/** json-rules-engine is an order of magnitude slower: it scores so many times fewer in a round. */
const FEWER = 8;

/**
 * Base: a function written by hand for the table of 2020 alone, in binary floats. Ours: the scorer of any rubric, in
 * exact numbers. Both return the same scorecard, contributions and all, which is checked on every unit first.
 *
 * Peers: `@gorules/zen-engine` and `json-rules-engine` with the same table, from the same facts, each in its own idiom.
 * They return the figures of all lines without any reason, grade or coverage, which only helps them; that the figures
 * are ours is checked on every unit first. `vs_zen` and `vs_rules`: ours against scorecards one after the other.
 * `vs_zen_at_once`: against all units given to zen at a time, which it spreads over every core, while ours has one; it
 * is only told, as it depends on how many there are. `vs_zen_cpu`: what a scorecard takes of all processors' time, with
 * all at once, which a busy machine bends the least.
 */
export const bench: Bench = {
  unit: 'scorecards per contestant and round',
  sizes: { small: 400, medium: 2000, full: 8000 },
  targets: {
    ratio: { atLeast: 0.2 },
    vs_zen: { atLeast: 1 },
    vs_rules: { atLeast: 1 },
  },
  measure: async (size) => {
    const rubric = [...rubricLibrary.values()][0]!.compiled;
    const chance = new Chance(2020);
    const units = Array.from({ length: UNITS }, () => factsOfUnit(chance, rubric));
    const ours = (facts: UnitFacts) => score(rubric, facts, 'marks');
    const [zen, rules] = [zenOf2020(rubric), rulesOf2020(rubric)];
    for (const facts of units) {
      for (const audience of ['facts', 'marks'] as const)
        deepStrictEqual(scoreTableOf2020(facts, audience), score(rubric, facts, audience));
      await checkPeer(zen, facts, ours(facts));
      await checkPeer(rules, facts, ours(facts));
    }
    const runs = await inTurn(ROUNDS, {
      base: inOneGo('base', units, size, (facts) => scoreTableOf2020(facts, 'marks')),
      zen: oneByOne('zen', units, size, zen),
      ours: inOneGo('ours', units, size, ours),
      zen_at_once: allAtOnce('zen at once', units, size, zen),
      rules: oneByOne('rules', units, Math.ceil(size / FEWER), rules),
    });
    const rates = (name: string) => runs[name]!.map(({ perSecond }) => perSecond);
    const cpu = (name: string) => runs[name]!.map(({ cpuMicros }) => cpuMicros);
    return {
      ratios: {
        ratio: ratioOf(rates('ours'), rates('base')),
        vs_zen: ratioOf(rates('ours'), rates('zen')),
        vs_zen_at_once: ratioOf(rates('ours'), rates('zen_at_once')),
        vs_zen_cpu: ratioOf(cpu('zen_at_once'), cpu('ours')),
        vs_rules: ratioOf(rates('ours'), rates('rules')),
      },
      details: Object.fromEntries(
        Object.keys(runs).map((name) => [
          name,
          { per_second: Math.round(median(rates(name))), cpu_us: short(median(cpu(name))) },
        ]),
      ),
    };
  },
};

const checkPeer = async <Result>(peer: Peer<Result>, facts: UnitFacts, ours: Scorecard): Promise<void> =>
  deepStrictEqual(peer.figuresOf(await peer.score(facts)), figuresOfScorecard(ours));

type Units = readonly UnitFacts[];

/** What is synchronous has no turn of the event loop to wait for. */
const inOneGo = (name: string, units: Units, size: number, scoreOne: (facts: UnitFacts) => unknown) =>
  rateOf(name, size, async () => {
    for (let n = 0; n < size; n += 1) scoreOne(units[n % units.length]!);
  });

const oneByOne = <Result>(name: string, units: Units, size: number, peer: Peer<Result>) =>
  rateOf(name, size, async () => {
    for (let n = 0; n < size; n += 1) await peer.score(units[n % units.length]!);
  });

const allAtOnce = <Result>(name: string, units: Units, size: number, peer: Peer<Result>) =>
  rateOf(name, size, async () => {
    for (let n = 0; n < size; n += units.length)
      await Promise.all(units.slice(0, size - n).map((facts) => peer.score(facts)));
  });

/** Scorecards per second, and microseconds of processor time for each, of all threads of this process. */
const rateOf = (name: string, size: number, act: () => Promise<void>) => async () => {
  const before = process.cpuUsage();
  const perSecond = size / (await seconds(act));
  const { user, system } = process.cpuUsage(before);
  say(`${name}: ${Math.round(perSecond)}/s`);
  return { perSecond, cpuMicros: (user + system) / size };
};

const GRADES = ['excellent', 'good', 'fair', 'unqualified'];

/** A year's records, some cases, a mark on most criteria: some of them against the rules. */
const factsOfUnit = (chance: Chance, rubric: CompiledRubric): UnitFacts => {
  const records = Array.from({ length: 100 + chance.below(60) }, (): RecordFact => {
    const { evidenceId, kind, occurredOn, criteria } = submission(chance, '2026', 'road');
    return { id: evidenceId, kind, occurredOn, session: `${kind}/${occurredOn}/1`, criteria, accepted: true };
  });
  const cases = Array.from({ length: chance.below(6) }, (_, n): CaseFact => ({
    id: chance.uuid(),
    category: chance.pick(['criminal-penalty', 'disciplinary-action', 'efficiency-admonition', 'other-handling']),
    role: chance.pick(['unit-head', 'staff']),
    person: `person-${chance.below(3)}`,
    act: `act-${chance.below(2)}`,
    effectiveOn: `2026-05-${10 + n}`,
    documentNumber: '演纪〔2026〕1号',
  }));
  const marks = rubric.leaves
    .filter(() => chance.below(10) > 0)
    .map(({ id, points }): MarkFact => {
      const excellent = chance.below(2) === 0;
      return {
        id: chance.uuid(),
        criterion: id,
        grade: excellent ? 'excellent' : chance.pick(GRADES),
        points: String(excellent ? points.n : points.n - chance.below(12) / 2),
        final: chance.below(4) > 0,
        ...(id === '4.2' && { discretion: chance.below(2) === 0 }),
      };
    });
  const period = { from: '2026-01-01', to: '2026-12-31' };
  return { asOf: '2026-12-31', period, recordingClosed: chance.below(2) === 0, records, cases, marks };
};
