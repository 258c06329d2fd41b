import fc from 'fast-check';
import type { CompiledRubric } from '../compiled.ts';
import { editsOf } from '../diff/random-edit.fixture.ts';
import { readFacts } from '../facts-file/read.ts';
import { loadRubric } from '../load.ts';
import { randomField } from '../random-field.fixture.ts';
import { RubricError } from '../rubric-error.ts';
import type { NamedFacts } from '../score-units.ts';

/** A table and the same after some edits, and what is known of several units in the short form of a facts file. */
export interface RandomPair {
  older: Content;
  newer: Content;
  known: Record<string, object>;
}

/** The same, read. */
export interface ReadPair {
  before: CompiledRubric;
  after: CompiledRubric;
  units: readonly NamedFacts[];
}

export const readPair = ({ older, newer, known }: RandomPair): ReadPair => ({
  before: loadRubric(older),
  after: loadRubric(newer),
  units: readFacts({ units: known }).units,
});

type Content = Record<string, unknown>;

/** Selections that ask for one another, and consequences of all kinds, over whatever the table is. */
const beyond = {
  selections: [
    {
      id: 'best',
      title: '先进',
      eligible: "share('random') >= 40%",
      order: [{ by: "line('random')", best: 'highest' }],
      places: '2',
    },
    {
      id: 'first',
      title: '标兵',
      eligible: "chosen('best')",
      order: [{ by: "line('a')", best: 'highest' }],
      places: '1',
    },
  ],
  consequences: [
    { id: 'remedy', title: '整改', when: "share('random') < 60%", dueInDays: '15' },
    { id: 'reward', title: '奖金', when: "chosen('first')", amount: "line('random') * 10" },
    {
      id: 'pot',
      title: '绩效',
      split: { pot: '1000', by: "max(0, line('random'))", round: { mode: 'cut', places: '0' } },
    },
  ],
};

/** Edits of what comes after the figures, and a line less. */
const OTHER_EDITS: ((content: typeof beyond & Content) => void)[] = [
  ({ selections }) => (selections[0]!.places = '1'),
  ({ selections }) => (selections[0]!.eligible = "share('random') >= 70%"),
  ({ selections }) => (selections[1]!.order[0]!.best = 'lowest'),
  ({ consequences }) => (consequences[0]!.dueInDays = '10'),
  ({ consequences }) => (consequences[0]!.when = "share('random') < 80%"),
  ({ consequences }) => (consequences[2]!.split!.pot = '900'),
  (content) => void (content['children'] as { children: unknown[] }[])[0]!.children.pop(),
];

const edited = (content: Content, n: number): Content => {
  const copy = JSON.parse(JSON.stringify(content)) as typeof beyond & Content;
  const edits = editsOf(copy, []);
  const [kind, which] = [n % 3, Math.floor(n / 3)];
  if (kind === 0) OTHER_EDITS[which % OTHER_EDITS.length]!(copy);
  else edits[which % edits.length]!.carryOut(copy);
  return copy;
};

function tableOf(content: Content): CompiledRubric | null {
  try {
    return loadRubric(content);
  } catch (error) {
    if (error instanceof RubricError) return null;
    throw error;
  }
}

/** Edits that would make it no table are passed over. `lacking`: a unit whose marks are not known yet. */
export const randomPair: fc.Arbitrary<RandomPair> = fc
  .tuple(randomField, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), fc.option(fc.nat(3)))
  .map(([{ content, units }, edits, lacking]) => {
    const older: Content = { ...content, ...beyond };
    const newer = edits.reduce((so, n) => {
      const next = edited(so, n);
      return tableOf(next) ? next : so;
    }, older);
    const known = units.map((unit, n) => [`u${n}`, n === lacking ? { ...unit, marks: [] } : unit]);
    return { older, newer, known: Object.fromEntries(known) as Record<string, object> };
  });
