import { expect, it } from 'vitest';
import { smallTable } from '../explain/small-table.fixture.ts';
import { readFacts } from '../facts-file/read.ts';
import { fieldOf } from '../score.ts';

const rubric = smallTable({
  points: 10,
  children: [{ id: 'a', text: '甲', points: 10, from: { mark: { step: 1 } } }],
  selections: [
    {
      id: 'best',
      title: '先进',
      eligible: "line('a') >= 6",
      order: [{ by: "line('a')", best: 'highest' }],
      places: 1,
    },
  ],
});
const chosenOf = (units: object) => {
  const facts = readFacts({ units }).units.map((unit) => unit.facts);
  return fieldOf(rubric, facts, 'marks').states.map(({ chosen }) => chosen.get('best'));
};

it('while a figure is open nobody is chosen, and who is surely not eligible is surely not', () =>
  expect(chosenOf({ 东: { marks: { a: 9 } }, 西: {}, 南: { marks: { a: 3 } } })).toEqual([null, null, false]));

it('once all is settled, everybody is chosen or not', () =>
  expect(chosenOf({ 东: { marks: { a: 9 } }, 西: { marks: { a: 7 } }, 南: { marks: { a: 3 } } })).toEqual([
    true,
    false,
    false,
  ]));
