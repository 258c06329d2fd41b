import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { loadRubric } from '../load.ts';
import { randomTable } from '../random-table.fixture.ts';
import { openUnit } from '../score.ts';
import { widestOf } from './widest.ts';

/** The slow way, a whole table for one step, says what the one evaluation must say. */
it('what a gate or a band finds before it is what the line comes to in a table where it ends there', () =>
  fc.assert(
    fc.property(randomTable, ({ content }) => {
      const rubric = loadRubric(content);
      const { unit, before } = widestOf(rubric);
      for (const line of rubric.inOrder) {
        for (const [n, step] of line.steps.entries()) {
          if (step.kind !== 'gate' && step.kind !== 'band') continue;
          const cut = { ...line, steps: line.steps.slice(0, n), partial: true };
          const alone = openUnit();
          evaluate({ ...rubric, inOrder: rubric.inOrder.map((each) => (each === line ? cut : each)) }, [alone], false);
          expect(before.get(step)).toEqual(alone.figures[line.index]);
        }
      }
      const whole = openUnit();
      evaluate(rubric, [whole], false);
      expect(unit.figures.slice(0, rubric.inOrder.length)).toEqual(whole.figures);
    }),
  ));
