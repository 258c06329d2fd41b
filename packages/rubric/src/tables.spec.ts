import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exact, written } from './exact.ts';
import { readFacts } from './facts-file/read.ts';
import { select } from './field/select.ts';
import { isOpen, lint } from './lint/lint.ts';
import { loadRubric } from './load.ts';
import { scoreAll, stateOfAll } from './score.ts';
import type { Scorecard } from './scorecard.ts';

/**
 * Assessment tables of other organisations, each named in its file, with facts and the totals that its own arithmetic
 * gives (`expected.yaml`, worked out in the comments): by line id, `total`, `grade` of the whole, `grade ID` of a line,
 * `follows ID` for a consequence.
 */
const folder = path.join(import.meta.dirname, '../tables');
const read = (table: string, file: string): unknown => {
  const text = fs.readFileSync(path.join(folder, table, file), 'utf8');
  return parse(text, { schema: 'failsafe' });
};
type Expected = Record<string, Record<string, string>>;

describe.each(fs.readdirSync(folder))('%s', (table) => {
  const content = read(table, 'table.yaml');
  const rubric = loadRubric(content);
  const { units, declared } = readFacts(read(table, 'facts.yaml'));
  const facts = units.map((unit) => unit.facts);
  const cards = new Map(scoreAll(rubric, facts, 'marks').map((card, n) => [units[n]!.unit, card]));
  const { selections, ...expected } = read(table, 'expected.yaml') as {
    selections?: Record<string, unknown>;
  } & Expected;

  it('has at least twelve criteria', () => expect(rubric.leaves.length).toBeGreaterThanOrEqual(12));

  it('has no error that its own rules leave open', () => {
    const errors = lint(content).filter((each) => isOpen(each) && each.severity === 'error');
    expect(errors.map(({ finding }) => finding)).toEqual([]);
  });

  it.each(Object.entries(expected))('gives %s what its own paper gives', (unit, figures) => {
    const card = cards.get(unit)!;
    expect(Object.fromEntries(Object.keys(figures).map((key) => [key, figureOf(card, key)]))).toEqual(
      Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, normal(value)])),
    );
  });

  it('refuses none of the facts', () => {
    const lines = [...cards].flatMap(([unit, { leaves, groups, total, figures = [] }]) =>
      [...leaves, ...groups, total, ...figures].flatMap(({ id, contributions = [] }) =>
        contributions.flatMap((each) => (each.kind === 'refused' ? [`${unit} ${id}: ${each.reason}`] : [])),
      ),
    );
    expect(lines).toEqual([]);
  });

  it('chooses whom its own paper chooses', () => {
    const names = (places: readonly number[]) => places.map((place) => units[place]!.unit);
    const chosen = select(rubric, stateOfAll(rubric, facts, 'marks'), declared).map(({ selection, group, ...each }) => [
      group === '' ? selection : `${selection} ${group}`,
      { chosen: names(each.chosen), tied: names(each.tied), places: String(each.places) },
    ]);
    expect(Object.fromEntries(chosen)).toEqual(selections ?? {});
  });
});

function figureOf(card: Scorecard, key: string): string {
  if (key.startsWith('follows')) return followsOf(card, key.split(' ')[1]);
  const [graded, id = 'total'] = key.startsWith('grade') ? [true, key.split(' ')[1]] : [false, key];
  const all = [...card.leaves, ...card.groups, ...(card.figures ?? [])];
  const line = id === 'total' ? card.total : all.find((each) => each.id === id);
  if (!line) return 'no such line';
  if (graded) return line.grade ?? 'none';
  if (line.outcome) return `${line.outcome.kind}: ${line.outcome.reason}`;
  return line.floor === line.ceiling ? line.floor : `${line.floor}–${line.ceiling}`;
}

function followsOf({ follows = [] }: Scorecard, id: string | undefined): string {
  const found = follows.find((each) => each.id === id);
  if (!found) return 'no';
  return found.open ? 'open' : (found.due ?? found.floor ?? 'yes');
}

const normal = (value: string): string => (/^-?[\d./]+$/.test(value) ? written(exact(value)) : value);
