import { deepStrictEqual } from 'node:assert';
import { rubricLibrary } from '@mofan/store/rubric-library';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import type { CaseFact, MarkFact, RecordFact, UnitFacts } from '@mofan/rubric/facts';
import { score } from '@mofan/rubric/score';
import { scoreTableOf2020 } from './bases/table-of-2020.ts';
import { say, type Bench } from './bench.ts';
import { submission } from './ground/evidence.ts';
import { Chance } from './ground/random.ts';
import { inTurn, median, ratioOf, short } from './statistics.ts';

const ROUNDS = 9;
const UNITS = 40;

/**
 * Base: a function written by hand for the table of 2020 alone, in binary floats. Ours: the scorer of any rubric, in
 * exact numbers. Both return the same scorecard, contributions and all, which is checked on every unit first.
 */
export const bench: Bench = {
  unit: 'scorecards per contestant and round',
  sizes: { small: 400, medium: 2000, full: 8000 },
  targets: { ratio: { atLeast: 0.2 } },
  measure: async (size) => {
    const rubric = [...rubricLibrary.values()][0]!.compiled;
    const chance = new Chance(2020);
    const units = Array.from({ length: UNITS }, () => factsOfUnit(chance, rubric));
    for (const facts of units) {
      for (const audience of ['facts', 'marks'] as const) {
        deepStrictEqual(scoreTableOf2020(facts, audience), score(rubric, facts, audience));
      }
    }
    const rate = (name: string, scoreOne: (facts: UnitFacts) => unknown) => async () => {
      const begun = performance.now();
      for (let n = 0; n < size; n += 1) scoreOne(units[n % UNITS]!);
      const perSecond = size / ((performance.now() - begun) / 1000);
      say(`${name}: ${Math.round(perSecond)}/s`);
      return perSecond;
    };
    const { base, ours } = await inTurn(ROUNDS, {
      base: rate('base', (facts) => scoreTableOf2020(facts, 'marks')),
      ours: rate('ours', (facts) => score(rubric, facts, 'marks')),
    });
    const details = { base_per_second: Math.round(median(base!)), ours_per_second: Math.round(median(ours!)) };
    return { ratios: { ratio: ratioOf(ours!, base!) }, details: { ...details, ours_us: short(1e6 / median(ours!)) } };
  },
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
