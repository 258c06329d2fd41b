import Fraction from 'fraction.js';
import type { UnitFacts } from './facts.ts';
import type { Rubric, RubricNode } from './rubric.ts';
import type { Step } from './language/step.ts';
import { type Asked, fraction, numberIn, sumOf } from './second-expression.fixture.ts';
import { type Second, casesOf, combinedOf, markOf, votesOf } from './second-sources.fixture.ts';
import { againstOthers, stepped } from './second-steps.fixture.ts';
import { isLeaf, linesOf } from './tree.ts';

type Line = RubricNode | Rubric;

/**
 * Scores settled facts by the parsed table a second time: written apart from the engine and as plainly as it goes, without
 * intervals, reasons or anything prepared, in fractions of any size. It asks for no speed. By line id, a figure for each
 * unit. Facts that leave anything open are not its business.
 */
export function secondFigures(table: Rubric, units: readonly UnitFacts[]): Map<string, Second[]> {
  const known = new Map<string, Second[]>();
  const lines = linesOf(table);
  const lineBy = (id: string): Line => lines.find((line) => line.id === id)!;
  const figures = (line: Line): Second[] => {
    const done = known.get(line.id) ?? computed(line);
    known.set(line.id, done);
    return done;
  };

  const computed = (line: Line): Second[] => {
    let result = units.map((_, unit) => sourceOf(line, unit));
    for (const step of stepsOf(line)) {
      result = step.relative
        ? againstOthers(step.relative, pointsOf(line), result, units)
        : result.map((before, unit) =>
            before.leftOut ? before : stepped(step, pointsOf(line), before, asked(line, unit, before)),
          );
    }
    return result;
  };

  const asked = (line: Line, unit: number, { value, full }: { value: Fraction; full: Fraction }): Asked => ({
    id: line.id,
    facts: units[unit]!,
    score: value,
    full,
    grades: table.grades.map(({ code }) => code),
    line: (id) => figures(lineBy(id))[unit]!,
    pointsOf: (id) => pointsOf(lineBy(id)),
    parts: isLeaf(line) ? [] : line.children.map((child) => figures(child)[unit]!).filter(({ leftOut }) => !leftOut),
  });

  const sourceOf = (line: Line, unit: number): Second => {
    const [facts, full] = [units[unit]!, pointsOf(line)];
    if (!isLeaf(line)) return groupOf(line, unit);
    if (facts.notApplicable?.some((fact) => fact.line === line.id)) return inapplicable(line.notApplicable, full);
    const { mark, votes, cases, formula } = line.from;
    const given = mark
      ? markOf(mark, line.id, full, table, facts)
      : votes
        ? votesOf(votes, line.id, full, facts)
        : cases
          ? casesOf(cases, cases.deduct && line.points !== undefined ? full : ZERO, facts)
          : { value: numberIn(formula!, asked(line, unit, { value: ZERO, full })), rank: null };
    const judged = kindOf(line) === 'penalty' && (mark !== undefined || votes !== undefined);
    return { ...given, value: judged ? given.value.neg() : given.value, full, leftOut: false };
  };

  const groupOf = (line: Exclude<Line, { text: string }>, unit: number): Second => {
    const parts = line.children.map((child) => ({ child, ...figures(child)[unit]! })).filter(({ leftOut }) => !leftOut);
    const points = pointsOf(line);
    if (parts.length === 0) return { value: ZERO, rank: null, full: ZERO, leftOut: true };
    const counted = parts.filter(({ child }) => kindOf(child) !== 'none');
    const combine = line.from?.combine ?? { by: 'sum' };
    const figure = { rank: null, full: points, leftOut: false };
    const isOfPoints = line.children.some((child) => kindOf(child) === 'points');
    const own = isOfPoints ? counted.filter(({ child }) => kindOf(child) === 'points') : counted;
    const onTop = sumOf(counted.filter((part) => !own.includes(part)).map(({ value }) => value));
    if (combine.by !== 'sum' || combine.best !== undefined || combine.drop !== undefined) {
      const share = ({ value, full }: Second) => (combine.by === 'weighted' ? value.div(full).mul(points) : value);
      const weights = own.map(({ child }) => fraction(child.weight ?? '0'));
      if (own.length === 0) return { ...figure, value: onTop, full: ZERO };
      return { ...figure, value: combinedOf(combine, own.map(share), weights).add(onTop) };
    }
    const [reached, could] = [sumOf(own.map(({ value }) => value)), sumOf(own.map(({ full }) => full))];
    if (kindOf(line) !== 'points') return { ...figure, value: reached.add(onTop) };
    if (line.notApplicable !== 'rescale' || could.equals(0))
      return { ...figure, value: reached.add(onTop), full: could };
    return { ...figure, value: reached.mul(points).div(could).add(onTop) };
  };

  lines.forEach(figures);
  return known;
}

const ZERO = new Fraction(0);

const inapplicable = (becomes: string | undefined, full: Fraction): Second => ({
  value: becomes === 'full' ? full : ZERO,
  rank: null,
  full: becomes === 'exclude' ? ZERO : full,
  leftOut: becomes === 'exclude',
});

const kindOf = (line: Line): 'points' | 'bonus' | 'penalty' | 'none' => {
  const stated = statedKind(line);
  if (stated !== 'none' || isLeaf(line)) return stated;
  const kinds = line.children.map(kindOf);
  return kinds.includes('points') ? 'points' : (kinds.find((kind) => kind !== 'none') ?? 'none');
};

const statedKind = (line: Line): 'points' | 'bonus' | 'penalty' | 'none' => {
  if (line.points !== undefined) return 'points';
  if ('bonus' in line && line.bonus !== undefined) return 'bonus';
  return 'penalty' in line && line.penalty !== undefined ? 'penalty' : 'none';
};

/** As stated, or what the parts of a group come to that states none. */
function pointsOf(line: Line): Fraction {
  const stated =
    line.points ?? ('bonus' in line ? line.bonus : undefined) ?? ('penalty' in line ? line.penalty : undefined);
  if (stated !== undefined) return fraction(stated);
  if (isLeaf(line)) return ZERO;
  const kinds = ['points', 'bonus', 'penalty'].filter((kind) => line.children.some((child) => kindOf(child) === kind));
  return sumOf(line.children.filter((child) => kindOf(child) === kinds[0]).map(pointsOf));
}

/** A bonus or a penalty ends with the limit that it states. */
function stepsOf(line: Line): Step[] {
  const steps = line.steps ?? [];
  if (statedKind(line) === 'bonus') return [...steps, { clamp: { least: '0', most: '100%' } }];
  return statedKind(line) === 'penalty' ? [...steps, { clamp: { least: '-100%', most: '0' } }] : steps;
}
