import { deepStrictEqual } from 'node:assert';
import type { UnitFacts } from '@mofan/rubric/facts';
import { select } from '@mofan/rubric/field/select';
import { loadRubric } from '@mofan/rubric/load';
import { stateOfAll } from '@mofan/rubric/score';
import { selectPlainly } from './bases/plain-selection.ts';
import { say, type Bench } from './bench.ts';
import { Chance } from './ground/random.ts';
import { inTurn, median, ratioOf, seconds, short } from './statistics.ts';

const ROUNDS = 9;
/** Growth is measured from so many times fewer units. */
const FEWER = 8;

/**
 * Who is chosen among so many units in one pass: 15 % of all, three keys, ties reported. Base: the same by hand, from the
 * facts of the units to a sort in binary floats. Ours: `select` over the units' computed figures, which reads condition
 * and keys as the table has them, in exact numbers. Both choose the same in the same order and report the same ties,
 * which is checked first.
 *
 * `growth`: the time of all units by that of an eighth of them, by what n log n would have it: 1 where it is just that.
 * `growth_whole`: the same from the facts on, every figure of every unit computed too.
 */
export const bench: Bench = {
  unit: 'units in one pass',
  sizes: { small: 2000, medium: 20_000, full: 100_000 },
  targets: { ratio: { atLeast: 0.1 }, growth: { atMost: 1.5 }, growth_whole: { atMost: 1.5 } },
  measure: async (size) => {
    const rubric = loadRubric(TABLE);
    const facts = factsOfUnits(new Chance(2026), size);
    const few = facts.slice(0, Math.ceil(size / FEWER));
    const states = stateOfAll(rubric, facts, 'marks');
    const stateOfFew = stateOfAll(rubric, few, 'marks');
    const { chosen, tied } = select(rubric, states)[0]!;
    deepStrictEqual({ chosen, tied }, selectPlainly(facts));
    const whole = (given: readonly UnitFacts[]) => select(rubric, stateOfAll(rubric, given, 'marks'));
    const { base, ours, oursOfFew, wholeOfAll, wholeOfFew } = await inTurn(ROUNDS, {
      base: timed('base', 1, () => selectPlainly(facts)),
      ours: timed('ours', 1, () => select(rubric, states)),
      oursOfFew: timed('ours, an eighth', FEWER, () => select(rubric, stateOfFew)),
      wholeOfAll: timed('whole', 1, () => whole(facts)),
      wholeOfFew: timed('whole, an eighth', FEWER, () => whole(few)),
    });
    const expected = (size * Math.log(size)) / (few.length * Math.log(few.length));
    return {
      ratios: {
        ratio: ratioOf(base!, ours!),
        growth: short(ratioOf(ours!, oursOfFew!) / expected),
        growth_whole: short(ratioOf(wholeOfAll!, wholeOfFew!) / expected),
      },
      details: {
        chosen: chosen.length,
        tied: tied.length,
        base_ms: inMs(base!),
        ours_ms: inMs(ours!),
        whole_ms: inMs(wholeOfAll!),
      },
    };
  },
};

const inMs = (each: readonly number[]): number => short(median(each) * 1000);

/** Seconds of one time out of so many. */
const timed = (name: string, times: number, act: () => unknown) => async () => {
  const each = (await seconds(async () => repeat(times, act))) / times;
  say(`${name}: ${short(each * 1000)} ms`);
  return each;
};

const repeat = (times: number, act: () => unknown): void => {
  for (let n = 0; n < times; n += 1) act();
};

const TABLE = {
  schema: 'mofan-rubric/2',
  id: 'selection',
  version: '2026',
  title: '评优',
  source: { document: '评优', issuedBy: '办公室', printedOn: '2026-01-05' },
  points: '100',
  rounding: { mode: 'half-up', places: '1' },
  grades: [],
  scales: {},
  metrics: [],
  evidenceKinds: [],
  documents: [],
  inputs: [
    { id: 'praise', title: '表扬数', kind: 'number', least: '0', most: '99' },
    { id: 'complaints', title: '投诉数', kind: 'number', least: '0', most: '99' },
  ],
  children: [{ id: 'a', text: '得分', points: '100', from: { mark: { step: '1' } } }],
  selections: [
    {
      id: 'model',
      title: '先进单位',
      eligible: "line('a') >= 60",
      quota: { share: '15%', of: 'group', rounding: 'cut' },
      order: [
        { by: "line('a')", best: 'highest' },
        { by: 'praise', best: 'highest' },
        { by: 'complaints', best: 'lowest' },
      ],
    },
  ],
  rulings: { proposedOn: '2026-01-05', items: [] },
};

/** Of few values each, so that many stand level: over the last place too. */
const factsOfUnits = (chance: Chance, size: number): UnitFacts[] =>
  Array.from({ length: size }, (_, n) => ({
    asOf: '2026-12-31',
    period: { from: '2026-01-01', to: '2026-12-31' },
    recordingClosed: true,
    records: [],
    cases: [],
    marks: [{ id: `mark-${n}`, criterion: 'a', grade: '', points: String(50 + chance.below(51)), final: true }],
    numbers: [
      { id: `praise-${n}`, name: 'praise', value: String(chance.below(5)) },
      { id: `complaints-${n}`, name: 'complaints', value: String(chance.below(3)) },
    ],
  }));
