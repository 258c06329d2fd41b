import fs from 'node:fs';
import path from 'node:path';
import { readFacts } from '@mofan/rubric/facts-file/read';
import { select } from '@mofan/rubric/field/select';
import { isOpen, lint } from '@mofan/rubric/lint/lint';
import { loadRubric } from '@mofan/rubric/load';
import { scoreAll, stateOfAll } from '@mofan/rubric/score';
import { describe, expect, it } from 'vitest';
import { figureOf, normal, refusalsOf } from './expected.fixture.ts';
import { readYaml } from './yaml/read-yaml.ts';

/**
 * Assessment tables of other organisations, each named in its file, with facts and the totals that its own arithmetic
 * gives (`expected.yaml`, worked out in the comments): by line id, `total`, `grade` of the whole, `grade ID` of a line,
 * `follows ID` for a consequence.
 */
const folder = path.join(import.meta.dirname, '../../rubric/tables');
const read = (table: string, file: string): unknown => {
  return readYaml(fs.readFileSync(path.join(folder, table, file), 'utf8')).value;
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
    const lines = [...cards.values()].flatMap(refusalsOf);
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
