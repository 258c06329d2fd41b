import { expect, it } from 'vitest';
import { smallTable } from '../explain/small-table.fixture.ts';
import { fieldOf, scoreAll } from '../score.ts';
import { readFacts } from './read.ts';
import { refusedFacts } from './refused.ts';

const rubric = smallTable({
  points: 10,
  children: [
    {
      id: 'a',
      text: '增幅',
      points: 10,
      from: { mark: { step: 1 } },
      steps: [{ relative: { best: 'highest', among: 'class', share: 'of-points' } }],
    },
  ],
  selections: [{ id: 'best', title: '先进', among: 'class', order: [{ by: "line('a')", best: 'highest' }], places: 1 }],
});
const clinical = (a: number) => ({ attributes: { class: 'clinical' }, marks: { a } });
const { units } = readFacts({ units: { 东: clinical(5), 西: clinical(10), 南: { marks: { a: 8 } } } });
const facts = units.map((unit) => unit.facts);

it('a unit whose group is not stated is compared with nobody, and may be of any group: all comparisons are open', () => {
  const cards = scoreAll(rubric, facts, 'marks');
  expect(cards.map(({ leaves: [a] }) => [a!.floor, a!.ceiling, a!.settled, a!.outcome?.reason])).toEqual([
    ['0', '10', false, undefined],
    ['0', '10', false, undefined],
    ['0', '10', false, 'relative.no-group'],
  ]);
});

it('nobody is chosen until it is stated', () => {
  const chosen = fieldOf(rubric, facts, 'marks').chosen.map(({ group, chosen, open }) => ({ group, chosen, open }));
  expect(chosen).toEqual([
    { group: 'clinical', chosen: [], open: [0, 1, 2] },
    { group: '', chosen: [], open: [2] },
  ]);
});

it('and it is told, once, with all that forms groups by the attribute', () => {
  const cards = scoreAll(rubric, facts, 'marks');
  const told = units.flatMap((unit, n) => refusedFacts(rubric, unit, cards[n]!));
  expect(told.map(({ path, said }) => ({ path, zh: said.zh }))).toEqual([
    {
      path: ['units', '南', 'attributes'],
      zh: '南：没有写单位属性（attributes）“class”，而“增幅”（a）、“先进”按它分组，无从比较',
    },
  ]);
});
