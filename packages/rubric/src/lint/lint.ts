import type { Rubric, Ruling } from '../rubric.ts';
import { checkStructure } from '../check-table.ts';
import { compile } from '../compile.ts';
import { parseRubric } from '../content.ts';
import { RubricError } from '../rubric-error.ts';
import { type RulingChoice, applyRulings, chooseRulings } from '../rulings.ts';
import { lintScales } from './bands.ts';
import { type Finding, type Severity, keyOf, severityOf } from './finding.ts';
import { lintLines } from './lines.ts';
import { lintLimits, lintRates } from './limits.ts';
import { lintRules } from './rules.ts';

/** A finding, and the readings in force that settle it; none: it is open. */
export interface Linted {
  finding: Finding;
  severity: Severity;
  settledBy: string[];
}

/**
 * Everything about a table that does not add up or leaves a choice: what its text says literally, and what the readings
 * in force make of it. A reading settles a finding by changing the rule, so that it is found no more, or by saying that
 * it is meant so (`settles`). What is open comes first.
 * Throws RubricError on a table that cannot be read at all, and `rubric.unknown-ruling`.
 */
export function lint(input: unknown, options: { rulings?: RulingChoice } = {}): Linted[] {
  const published = parseRubric(input);
  const inForce = chooseRulings(published, options.rulings ?? 'all');
  const literal = findingsOf(published);
  const read = findingsOf(applyRulings(published, inForce));
  const left = new Set(read.keys());
  const gone = [...literal].filter(([key]) => !left.has(key));
  const menders = gone.length > 0 ? whatEachMends(published, inForce) : [];
  const found = [
    ...[...read.values()].map((finding) => linted(finding, settlersOf(finding, inForce))),
    ...gone.map(([key, finding]) => linted(finding, mendersOf(key, menders))),
  ];
  return found.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
}

/** Whether a finding still waits for somebody. */
export const isOpen = ({ settledBy }: Linted): boolean => settledBy.length === 0;

const linted = (finding: Finding, settledBy: string[]): Linted => ({
  finding,
  severity: severityOf(finding),
  settledBy,
});

function findingsOf(table: Rubric): Map<string, Finding> {
  checkStructure(table);
  const crossed = lintLimits(table);
  const found = [...crossed, ...lintRates(table), ...lintLines(table), ...lintScales(table)];
  // what is computed from limits that contradict each other says nothing of the rules
  const rules = crossed.length > 0 ? [] : rulesOf(table, found);
  return new Map([...found, ...rules].map((finding) => [keyOf(finding), finding]));
}

/** A table whose bands contradict themselves may not compile at all: then that is what is found, and any other fault beside it. */
function rulesOf(table: Rubric, found: readonly Finding[]): Finding[] {
  try {
    return lintRules(compile(table, table, []));
  } catch (error) {
    const told = found.some((finding) => severityOf(finding) === 'error');
    if (!(error instanceof RubricError) || !told) throw error;
    return error.code.startsWith('rubric.band-')
      ? []
      : [{ code: 'rule.faulty', said: error.said, leaves: [error.place] }];
  }
}

/** Those that say of findings of its code that they are meant so, wherever in the table they stand. */
const settlersOf = ({ code }: Finding, inForce: readonly Ruling[]): string[] =>
  inForce.filter(({ settles = [] }) => settles.includes(code)).map(idOf);

/** What is still found when a single reading is applied: what it mends is what is missing there. */
const whatEachMends = (published: Rubric, inForce: readonly Ruling[]) =>
  inForce
    .filter(({ patch }) => patch !== undefined)
    .map((ruling) => ({ id: ruling.id, keys: new Set(findingsOf(applyRulings(published, [ruling])).keys()) }));

/** Those that mend it by themselves; where it takes several, all that change a rule. */
const mendersOf = (key: string, menders: ReturnType<typeof whatEachMends>): string[] => {
  const alone = menders.filter(({ keys }) => !keys.has(key));
  return (alone.length > 0 ? alone : menders).map(idOf);
};

const idOf = ({ id }: { id: string }): string => id;
