import fc from 'fast-check';
import { readFacts } from './facts-file/read.ts';
import type { UnitFacts } from './facts.ts';

/** A table made at random that loads, and for each of its leaves the facts that settle it. */
export interface RandomTable {
  content: Record<string, unknown>;
  /** in the short form of a facts file; each is one more thing that becomes known */
  known: Record<string, unknown>[];
}

type Draft = { line: Record<string, unknown>; inputs: object[]; known: Record<string, unknown>[] };

const points = fc.integer({ min: 1, max: 20 });

const leaf = (id: string): fc.Arbitrary<Draft> =>
  fc.oneof(
    fc.tuple(points, fc.nat(40)).map(([full, halves]) => marked(id, full, { step: '0.5' }, Math.min(halves / 2, full))),
    fc.tuple(points, fc.nat(20)).map(([full, fives]) => marked(id, full, { percent: '5' }, fives * 5)),
    fc
      .tuple(points, fc.boolean())
      .map(([full, all]) => marked(id, full, { values: ['0', String(full)] }, all ? full : 0)),
    fc.tuple(points, fc.nat(1000)).map(([full, thousandths]) => measured(id, full, thousandths)),
    fc.tuple(points, fc.boolean()).map(([full, holds]) => stated(id, full, holds)),
    fc.tuple(points, fc.nat(15)).map(([full, count]) => counted(id, full, count)),
    fc.tuple(points, fc.nat(30), fc.nat(30)).map(([full, good, poor]) => voted(id, full, good, poor)),
  );

const marked = (id: string, full: number, mark: object, given: number): Draft => ({
  line: { id, text: id, points: String(full), from: { mark } },
  inputs: [],
  known: [{ marks: { [id]: given } }],
});

const measured = (id: string, full: number, thousandths: number): Draft => ({
  line: { id, text: id, points: String(full), from: { formula: `in-${id.replaceAll('.', '-')} * full` } },
  inputs: [{ id: `in-${id.replaceAll('.', '-')}`, title: id, kind: 'number', least: '0', most: '1' }],
  known: [{ numbers: { [`in-${id.replaceAll('.', '-')}`]: String(thousandths / 1000) } }],
});

const stated = (id: string, full: number, holds: boolean): Draft => ({
  line: { id, text: id, points: String(full), from: { formula: `if(in-${id.replaceAll('.', '-')}, full, 0)` } },
  inputs: [{ id: `in-${id.replaceAll('.', '-')}`, title: id, kind: 'statement' }],
  known: [{ statements: { [`in-${id.replaceAll('.', '-')}`]: holds } }],
});

const counted = (id: string, full: number, count: number): Draft => ({
  line: {
    id,
    text: id,
    points: String(full),
    from: { formula: "count('study') / 2" },
    steps: [{ clamp: { least: '0', most: String(full) } }],
  },
  inputs: [],
  known: [{ records: { study: count } }],
});

const voted = (id: string, full: number, good: number, poor: number): Draft => ({
  line: {
    id,
    text: id,
    points: String(full),
    from: {
      votes: {
        options: [
          { code: 'good', title: '好', worth: '100%' },
          { code: 'poor', title: '差', worth: '0' },
        ],
      },
    },
  },
  inputs: [],
  known:
    good + poor === 0
      ? []
      : [{ tallies: [{ id: `tally-${id}`, line: id, entitled: 100, valid: good + poor, counts: { good, poor } }] }],
});

/** Steps that keep a figure within its points. */
const steps = (full: string): fc.Arbitrary<object[]> => {
  const half = String(Number(full) / 2);
  return fc.subarray(
    [
      { round: { mode: 'half-even', places: '1' } },
      { compute: 'score * 2 / 3' },
      {
        band: [
          { from: half, points: '100%' },
          { below: half, points: { times: '1/3' } },
        ],
      },
      { gate: { when: `score < ${full} / 4`, because: '不足四分之一', becomes: '0' } },
      { gate: { when: `count('study') < 6`, because: '学习不足', atMost: '50%' } },
      { clamp: { least: { times: '1/10' }, most: '90%' } },
    ],
    { maxLength: 3 },
  );
};

const withSteps = (draft: Draft): fc.Arbitrary<Draft> =>
  steps(draft.line['points'] as string).map((more) => ({
    ...draft,
    line: { ...draft.line, steps: [...((draft.line['steps'] as object[] | undefined) ?? []), ...more] },
  }));

const group = (id: string, depth: number): fc.Arbitrary<Draft> =>
  fc
    .tuple(fc.constantFrom('sum', 'mean', 'lowest', 'highest', 'weighted', 'best'), fc.integer({ min: 1, max: 3 }))
    .chain(([by, size]) =>
      fc
        .tuple(...Array.from({ length: size }, (_, n) => node(`${id}.${n + 1}`, depth - 1)))
        .map((parts) => ({ by, parts })),
    )
    .map(({ by, parts }) => grouped(id, by, parts));

function grouped(id: string, by: string, parts: readonly Draft[]): Draft {
  const worth = parts.map(({ line }) => Number(line['points']));
  const sum = worth.reduce((a, b) => a + b, 0);
  const combine = by === 'best' ? { by: 'sum', best: '1' } : { by };
  const children = parts.map(({ line }) => (by === 'weighted' ? { ...line, weight: `1/${parts.length}` } : line));
  const full = by === 'sum' ? sum : Math.max(...worth);
  return {
    line: { id, title: id, points: String(full), ...(by !== 'sum' && { from: { combine } }), children },
    inputs: parts.flatMap(({ inputs }) => inputs),
    known: parts.flatMap(({ known }) => known),
  };
}

const node = (id: string, depth: number): fc.Arbitrary<Draft> =>
  (depth === 0 ? leaf(id) : fc.oneof(leaf(id), group(id, depth))).chain(withSteps);

export const randomTable: fc.Arbitrary<RandomTable> = fc
  .tuple(group('a', 2), group('b', 2))
  .map((parts) => grouped('random', 'sum', parts))
  .map(({ line, inputs, known }) => ({
    known,
    content: {
      schema: 'mofan-rubric/2',
      version: '2026',
      source: { document: '随机', issuedBy: '随机', printedOn: '2026-01-01' },
      rounding: { mode: 'half-up', places: '2' },
      grades: [],
      scales: {},
      metrics: [],
      evidenceKinds: [{ id: 'study', title: '学习', en: 'study', group: 'other', criteria: [] }],
      documents: [],
      rulings: { proposedOn: '2026-01-01', items: [] },
      inputs,
      ...line,
    },
  }));

/** Facts from what is known so far; of two counts of sessions the greater is what was held. */
export function factsFrom(known: readonly Record<string, unknown>[], recordingClosed: boolean): UnitFacts {
  const mapOf = (part: string) => Object.assign({}, ...known.map((each) => each[part])) as Record<string, unknown>;
  const study = Math.max(0, ...known.map(({ records }) => (records as { study: number } | undefined)?.study ?? 0));
  const tallies = known.flatMap((each) => (each['tallies'] as object[] | undefined) ?? []);
  const maps = { marks: mapOf('marks'), numbers: mapOf('numbers'), statements: mapOf('statements') };
  return readFacts({ recordingClosed, ...maps, tallies, records: { study } }).units[0]!.facts;
}
