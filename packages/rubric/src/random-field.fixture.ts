import fc from 'fast-check';
import { type Draft, type Known, UNITS, eachUnit } from './random-draft.fixture.ts';
import { randomLeaf } from './random-leaves.fixture.ts';
import { randomSteps } from './random-steps.fixture.ts';

/** A table made at random out of all that the language has, and the facts of several units that settle every figure. */
export interface RandomField {
  content: Record<string, unknown>;
  /** in the short form of a facts file */
  units: Record<string, unknown>[];
}

const withSteps = (draft: Draft, parts: readonly Draft[] = []): fc.Arbitrary<Draft> =>
  randomSteps(
    parts.length === 0 ? [] : [...ABOUT_PARTS, ...namesOf(parts)],
    parts.filter(({ graded }) => graded).map(({ line: { id } }) => `grade('${id}') >= 'fair'`),
  ).map((steps) => ({ ...draft, line: { ...draft.line, steps } }));

const ABOUT_PARTS = [
  'lowest-part()',
  'lowest-share()',
  "graded('fair')",
  "graded-exactly('good')",
  "parts('>=', 4)",
  "part-shares('<', 60%)",
  "cases('major', 'head')",
];

/** What expressions may ask of other lines; of one that may not apply nothing can be asked. */
const namesOf = (lines: readonly Draft[]): string[] =>
  lines
    .filter(({ solid }) => solid)
    .flatMap(({ line: { id } }) => [`line('${id}')`, `share('${id}')`, `points('${id}')`]);

const node = (id: string, depth: number): fc.Arbitrary<Draft> =>
  depth === 0 ? randomLeaf(id).chain((draft) => withSteps(draft)) : fc.oneof(node(id, 0), group(id, depth));

/** How a group comes from its parts. */
interface Way {
  by: string;
  notApplicable: string | undefined;
  states: boolean;
}

const way: fc.Arbitrary<Way> = fc.record({
  by: fc.constantFrom('sum', 'mean', 'trimmed', 'lowest', 'highest', 'weighted', 'best', 'least'),
  notApplicable: fc.constantFrom(undefined, 'rescale', 'shrink'),
  states: fc.boolean(),
});

const group = (id: string, depth: number): fc.Arbitrary<Draft> =>
  fc.integer({ min: 1, max: 3 }).chain((size) =>
    fc
      .tuple(
        fc.tuple(...Array.from({ length: size }, (_, n) => node(`${id}.${n + 1}`, depth - 1))),
        way,
        fc.option(onTop(`${id}.9`)),
      )
      .map(([parts, how, top]) => grouped(id, parts, how, top))
      .chain((draft) => withSteps(draft, draft.parts)),
  );

/** A leaf that comes on top or is taken off, or two of them, with or without a common limit. */
const onTop = (id: string): fc.Arbitrary<Draft> =>
  fc.oneof(
    extra(id),
    fc.tuple(extra(`${id}.1`), extra(`${id}.2`), limit, rule).map(([first, second, bonus, how]) => {
      const { line, ...rest } = together(id, [first, second]);
      return { ...rest, line: { ...line, ...how, ...bonus }, full: 0, solid: false, graded: false };
    }),
  );

const limit = fc.option(fc.record({ bonus: fc.constantFrom('1', '4', '9') }), { nil: {} });
const rule = fc.constantFrom({}, { from: { combine: { by: 'highest' } } }, { from: { combine: { by: 'mean' } } });

const extra = (id: string): fc.Arbitrary<Draft> =>
  fc.tuple(randomLeaf(id), fc.constantFrom('bonus', 'penalty')).map(([draft, worth]) => {
    const { points, ...line } = draft.line;
    return { ...draft, line: { ...line, [worth]: points }, solid: false, graded: false };
  });

/** A line with its parts and all that they need. */
const together = (id: string, parts: readonly Draft[]) => ({
  line: { id, title: id, children: parts.map(({ line }) => line) },
  inputs: parts.flatMap(({ inputs }) => inputs),
  known: Array.from({ length: UNITS }, (_, unit) => merged(parts.map(({ known }) => known[unit]!))),
  parts,
});

const COMBINE: Record<string, object> = {
  trimmed: { by: 'mean', drop: [{ from: '3', each: '1' }] },
  best: { by: 'sum', best: '1' },
  least: { by: 'sum', best: '1', better: 'lowest' },
};

/** Parts added up, whose points are stated or left to them, or combined in another way; with something on top. */
function grouped(id: string, drafts: readonly Draft[], { by, notApplicable, states }: Way, top: Draft | null) {
  const solid = drafts.some((part) => part.solid);
  const isSum = by === 'sum';
  const worth = drafts.map(({ full }) => full);
  const full = isSum ? worth.reduce((a, b) => a + b) : Math.max(...worth);
  const weight = `1/${drafts.length}`;
  const weighted = drafts.map((draft) => (by === 'weighted' ? { ...draft, line: { ...draft.line, weight } } : draft));
  const { line, ...rest } = together(id, top && solid ? [...weighted, top] : weighted);
  const how = isSum ? { ...(notApplicable && { notApplicable }) } : { from: { combine: COMBINE[by] ?? { by } } };
  return {
    ...rest,
    full,
    solid,
    graded: false,
    line: { ...line, ...how, ...((states || !isSum) && { points: String(full) }) },
  };
}

const merged = (all: readonly Known[]): Known => ({
  marks: all.flatMap(({ marks = [] }) => marks),
  cases: all.flatMap(({ cases = [] }) => cases),
  tallies: all.flatMap(({ tallies = [] }) => tallies),
  numbers: Object.assign({}, ...all.map(({ numbers }) => numbers)) as Record<string, unknown>,
  statements: Object.assign({}, ...all.map(({ statements }) => statements)) as Record<string, boolean>,
  notApplicable: Object.assign({}, ...all.map(({ notApplicable }) => notApplicable)) as Record<string, string>,
});

const figure = (parts: readonly Draft[]): fc.Arbitrary<object> =>
  randomSteps(namesOf(parts), []).map((steps) => ({
    id: 'beside',
    text: '另列',
    from: { formula: 'full + 7.5' },
    steps,
  }));

const common = eachUnit(
  fc.record({
    study: fc.nat(12),
    kind: fc.constantFrom('window', 'office'),
    majors: fc.array(fc.constantFrom('head', 'staff'), { maxLength: 2 }),
    rating: fc.record({ points: fc.constantFrom('0', '4', '7.25'), grade: fc.constantFrom('good', 'fair') }),
  }),
);

export const randomField: fc.Arbitrary<RandomField> = fc
  .tuple(group('a', 2), group('b', 1))
  .map((parts) => grouped('random', parts, { by: 'sum', notApplicable: 'rescale', states: true }, null))
  .chain((draft) => fc.tuple(withSteps(draft, draft.parts), figure(draft.parts), common))
  .map(([{ line, inputs, known }, beside, units]) => {
    const content = { ...HEAD, ...line, inputs, figures: [beside] };
    const ids = [...idsIn(content), 'beside'];
    return {
      content,
      units: units.map(({ study, kind, majors, rating }, n) => ({
        ...known[n],
        cases: [
          ...(known[n]!.cases ?? []),
          ...majors.map((role, each) => ({ id: `major-${each}`, category: 'major', role })),
        ],
        records: { study },
        attributes: { kind },
        decisions: Object.fromEntries(ids.map((id) => [id, { ...rating, reason: '会议认定' }])),
        previous: Object.fromEntries(ids.map((id) => [id, { ...rating, points: '2.5' }])),
      })),
    };
  });

interface Identified {
  id: string;
  children?: Identified[];
}
const idsIn = (line: object): string[] => {
  const { id, children = [] } = line as Identified;
  return [id, ...children.flatMap(idsIn)];
};

const HEAD = {
  schema: 'mofan-rubric/2',
  version: '2026',
  source: { document: '随机', issuedBy: '随机', printedOn: '2026-01-01' },
  rounding: { mode: 'half-up', places: '2' },
  grades: [
    { code: 'good', title: '好' },
    { code: 'fair', title: '一般' },
    { code: 'poor', title: '差' },
  ],
  scales: {
    judged: {
      step: '0.01',
      bands: [
        { grade: 'good', from: '90%', to: '100%' },
        { grade: 'fair', from: '60%', below: '90%' },
        { grade: 'poor', from: '0', below: '60%' },
      ],
    },
  },
  metrics: [],
  evidenceKinds: [{ id: 'study', title: '学习', en: 'study', group: 'other', criteria: [] }],
  categories: [{ id: 'major', title: '重大事项' }],
  documents: [],
  rulings: { proposedOn: '2026-01-01', items: [] },
};
