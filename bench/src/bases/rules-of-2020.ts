import { Engine, type RuleProperties } from 'json-rules-engine';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import type { CaseFact, UnitFacts } from '@mofan/rubric/facts';
import {
  actsOf,
  judgedIn,
  leavesByGroup,
  marksByCriterion,
  studySessions,
  type Figures,
  type GivenMark,
  type Peer,
} from './facts-for-peers.ts';

/**
 * The table of 2020 as rules of `json-rules-engine`, built once: a rule for each criterion with its bands, one for each
 * rate, and the count of 2.2 as a shared condition. The engine only decides which rules hold:
 * it has no arithmetic, so what is charged at which rate and the sums are worked out beside it. Facts are plain and have
 * no path, and grades are asked for first, which is its fastest way. It returns the figures alone, in binary floats.
 */
export const rulesOf2020 = (rubric: CompiledRubric): Peer<Figures> => {
  const judged = judgedIn(rubric);
  const groups = [...leavesByGroup(rubric)];
  const engine = engineOf(rubric);
  return {
    score: async (facts) => {
      const marks = marksByCriterion(facts);
      const charged = timesCharged(facts);
      const { events } = await engine.run(knownOf(judged, facts, marks, charged));
      const figures: Figures = {};
      for (const { id, points } of judged) figures[id] = [0, points.n];
      let owed = 0;
      for (const { type, params } of events) {
        if (type === 'capped') figures['2.2'] = [0, figures['2.2']![1] - 1];
        else if (type === 'accepted') figures[params!['id']] = twice(marks.get(params!['id'])!.points);
        else owed += params!['amount'] * charged.get(params!['rate'])!;
      }
      figures['10.4'] = twice(Math.max(0, 12 - owed));
      for (const [group, ids] of groups) figures[group] = sumOf(ids, figures);
      return figures;
    },
    figuresOf: (figures) => figures,
  };
};

const twice = (figure: number): [number, number] => [figure, figure];

const sumOf = (ids: readonly string[], figures: Figures): [number, number] => {
  const sum: [number, number] = [0, 0];
  for (const id of ids) {
    sum[0] += figures[id]![0];
    sum[1] += figures[id]![1];
  }
  return sum;
};

/** By rate, how many acts are charged at it: each act at its heaviest. */
const timesCharged = (facts: UnitFacts): Map<string, number> => {
  const charged = new Map(RATES.map(({ rate }) => [rate, 0]));
  for (const act of actsOf(facts)) {
    const { rate } = act.map(rateOf).reduce((a, b) => (b.amount > a.amount ? b : a));
    charged.set(rate, charged.get(rate)! + 1);
  }
  return charged;
};

const knownOf = (
  judged: readonly { id: string }[],
  facts: UnitFacts,
  marks: ReadonlyMap<string, GivenMark>,
  charged: ReadonlyMap<string, number>,
): Record<string, unknown> => {
  const known: Record<string, unknown> = { sessions: studySessions(facts), 'recording closed': facts.recordingClosed };
  for (const [rate, times] of charged) known[`charged ${rate}`] = times;
  for (const { id } of judged) {
    const { grade, points, discretion } = marks.get(id) ?? NO_MARK;
    known[`grade ${id}`] = grade;
    known[`points ${id}`] = points;
    known[`discretion ${id}`] = discretion;
  }
  return known;
};

const NO_MARK = { grade: '', points: -1, discretion: false };

const engineOf = (rubric: CompiledRubric): Engine => {
  const engine = new Engine();
  engine.addOperator('inHalves', (points: number) => (points * 2) % 1 === 0);
  engine.setCondition('too little study', {
    all: [
      { fact: 'recording closed', operator: 'equal', value: true },
      { fact: 'sessions', operator: 'lessThan', value: 12 },
    ],
  });
  engine.addRule({ conditions: { all: [{ condition: 'too little study' }] }, event: { type: 'capped' }, priority: 2 });
  for (const { id, points } of judgedIn(rubric)) engine.addRule(bandsOf(id, points.n));
  for (const { rate, amount } of RATES)
    engine.addRule({
      conditions: { all: [{ fact: `charged ${rate}`, operator: 'greaterThan', value: 0 }] },
      event: { type: 'charged', params: { rate, amount } },
    });
  return engine;
};

/** The grade first: a condition of higher priority that fails spares its neighbours. */
const bandsOf = (id: string, full: number): RuleProperties => {
  const half = full / 2;
  const band = (grade: string, from: number, to: number, ...others: object[]) => ({
    all: [
      { fact: `grade ${id}`, operator: 'equal', value: grade, priority: 2 },
      { fact: `points ${id}`, operator: 'greaterThanInclusive', value: from },
      { fact: `points ${id}`, operator: 'lessThanInclusive', value: to },
      { fact: `points ${id}`, operator: 'inHalves', value: true },
      ...(id === '4.2' ? [] : [undisputed(id)]),
      ...others,
    ],
  });
  const best = id === '2.2' ? [{ not: { condition: 'too little study' } }] : id === '4.2' ? [undisputed(id)] : [];
  return {
    conditions: {
      any: [
        band('excellent', full, full, ...best),
        band('good', Math.max(full - 3, half), full - 1),
        band('fair', Math.max(full - 5, half), Math.max(full - 3, half)),
        band('unqualified', 0, half),
      ],
    } as RuleProperties['conditions'],
    event: { type: 'accepted', params: { id } },
  };
};

const undisputed = (id: string) => ({ fact: `discretion ${id}`, operator: 'equal', value: false });

const RATES = [
  { rate: 'efficiency-admonition', amount: 1 },
  { rate: 'other-handling', amount: 0.5 },
  { rate: 'unit-head criminal-penalty', amount: 5 },
  { rate: 'unit-head disciplinary-action', amount: 3 },
  { rate: 'staff criminal-penalty', amount: 2 },
  { rate: 'staff disciplinary-action', amount: 1 },
];

const rateOf = ({ category, role }: CaseFact) =>
  RATES.find(({ rate }) => rate === category || rate === `${role} ${category}`)!;
