import fs from 'node:fs';
import path from 'node:path';
import { readFacts } from '@mofan/rubric/facts-file/read';
import { select } from '@mofan/rubric/field/select';
import { splitPots } from '@mofan/rubric/field/split-pots';
import { isOpen, lint } from '@mofan/rubric/lint/lint';
import { loadRubric } from '@mofan/rubric/load';
import { scoreAll, stateOfAll } from '@mofan/rubric/score';
import type { Scorecard } from '@mofan/rubric/scorecard';
import { describe, expect, it } from 'vitest';
import { figureOf, normal, refusalsOf } from './expected.fixture.ts';
import { readYaml } from './yaml/read-yaml.ts';

type Figures = Record<string, string>;
interface Example {
  expect: Figures | Record<string, Figures>;
  refused?: string[];
  findings?: string[];
  selected?: Record<string, unknown>;
  split?: Record<string, Figures>;
}

/** The examples of the language's page: each is a table with facts and what must come out. */
const examplesIn = (page: string) => {
  const text = fs.readFileSync(path.join(import.meta.dirname, '../../../docs', page), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n# example: (.+)\n([\s\S]*?)```/g)].map(([, name = '', yaml = '']) => ({
    name,
    yaml,
  }));
  const [head, ...examples] = blocks.map(({ name, yaml }) => ({
    name,
    content: readYaml(yaml).value as Record<string, unknown>,
  }));
  return examples.map(({ name, content: { facts, ...rest } }) => {
    const { expect: wanted, refused, findings, selected, split, ...table } = rest as unknown as Example;
    return { name, table: { ...head!.content, ...table }, facts, wanted, refused, findings, selected, split };
  });
};

describe.each(['rubric-language.md', 'rubric-language.zh-CN.md'])('%s', (page) => {
  const examples = examplesIn(page);

  it('has an example for every construct', () => expect(examples.length).toBeGreaterThan(25));

  it.each(examples)('$name', ({ table, facts, wanted, refused = [], findings, selected, split }) => {
    const rubric = loadRubric(table);
    const { units, declared } = readFacts(facts);
    const known = units.map((unit) => unit.facts);
    const cards = scoreAll(rubric, known, 'marks', declared);
    const byUnit =
      units.length === 1 && units[0]!.unit === '' ? { '': wanted as Figures } : (wanted as Record<string, Figures>);
    for (const [unit, figures] of Object.entries(byUnit)) {
      const card = cards[units.findIndex((each) => each.unit === unit)]!;
      expect({ unit, ...told(card, Object.keys(figures)) }).toEqual({
        unit,
        ...told(null, Object.keys(figures), figures),
      });
    }
    expect(cards.flatMap(refusalsOf)).toEqual(refused);
    const open = lint(table).filter((each) => isOpen(each) && each.finding.code !== 'selection.no-tie-break');
    if (findings) expect(open.map(({ finding }) => finding.code).toSorted()).toEqual(findings.toSorted());
    else expect(open.filter(({ severity }) => severity === 'error').map(({ finding }) => finding)).toEqual([]);
    if (selected) {
      const names = (places: readonly number[]) => places.map((place) => units[place]!.unit);
      const chosen = select(rubric, stateOfAll(rubric, known, 'marks', declared), declared).map((each) => [
        `${each.selection} ${each.group}`.trim(),
        { chosen: names(each.chosen), tied: names(each.tied), places: String(each.places) },
      ]);
      expect(Object.fromEntries(chosen)).toEqual(selected);
    }
    if (split) {
      const parts = splitPots(rubric, stateOfAll(rubric, known, 'marks', declared)).map(
        ({ consequence, parts: each, left }) => [
          consequence,
          { ...Object.fromEntries(each.map((part, n) => [units[n]!.unit, part])), left },
        ],
      );
      expect(Object.fromEntries(parts)).toEqual(split);
    }
  });
});

function told(card: Scorecard | null, keys: readonly string[], figures?: Figures): Figures {
  return Object.fromEntries(
    keys.map((key) => {
      if (!card) return [key, normal(figures![key]!)];
      if (key !== 'follows') return [key, figureOf(card, key)];
      return [key, (card.follows ?? []).map(({ id, due, floor }) => `${id} ${due ?? floor ?? ''}`).join(', ')];
    }),
  );
}
