import { readFacts } from '@mofan/rubric/facts-file/read';
import { loadRubric } from '@mofan/rubric/load';
import { scoreAll } from '@mofan/rubric/score';
import type { RubricDraft } from './draft/draft-of.ts';
import { figureOf } from './expected.fixture.ts';

/** What the whole comes to by a drafted table, for the facts of one unit as a facts file has them. */
export function totalOf({ rubric }: RubricDraft, facts: Record<string, unknown>): string {
  const { units } = readFacts(facts);
  const [card] = scoreAll(
    loadRubric(rubric),
    units.map((unit) => unit.facts),
    'marks',
  );
  return figureOf(card!, 'total');
}
