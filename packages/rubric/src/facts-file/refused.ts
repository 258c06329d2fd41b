import type { CompiledRubric } from '../compiled.ts';
import { namesOf } from '../explain/names.ts';
import type { Wording } from '../explain/wording.ts';
import type { UnitFacts } from '../facts.ts';
import type { Scorecard } from '../scorecard.ts';
import { strayFacts } from '../stray-facts.ts';
import { type Refusal, type RefusedFact, lineOf, refusalWording } from './fact-refusal.ts';
import { doubtsIn, isNoted } from './doubts.ts';
import { missingAttributes } from './missing-attributes.ts';
import type { FactPart } from './origins.ts';
import type { UnitOfFile } from './read.ts';
import { unusedFacts } from './unused-facts.ts';

/** All facts of a unit that the rules refuse or that nothing asks for, each told once. */
export function refusedFacts(
  rubric: CompiledRubric,
  { unit, facts, origins }: UnitOfFile,
  card: Scorecard,
): RefusedFact[] {
  const told = new Map<string, RefusedFact>();
  for (const refusal of [
    ...strayIn(rubric, facts),
    ...refusalsIn(rubric, facts, card),
    ...unusedFacts(rubric, facts, card),
    ...doubtsIn(rubric, facts, origins),
  ]) {
    const { part, id, reason } = refusal;
    const origin = origins.of(part, id);
    const key = origin.path.join(' ');
    if (told.has(key)) continue;
    const below = OF_THE_DAY.has(reason) ? DATED[part] : KEYS[reason];
    told.set(key, {
      path: below === undefined || origin.named ? origin.path : [...origin.path, below],
      named: origin.named && reason.startsWith('fact.unknown'),
      reason,
      noted: isNoted(reason),
      said: withPlace(rubric, unit, facts, refusal),
    });
  }
  return [...told.values(), ...missingAttributes(rubric, unit, facts, origins)];
}

const strayIn = (rubric: CompiledRubric, facts: UnitFacts): Refusal[] =>
  strayFacts(rubric, facts).map(({ part, fact, reason }) => ({ part, id: fact, reason, line: undefined }));

function refusalsIn(rubric: CompiledRubric, facts: UnitFacts, card: Scorecard): Refusal[] {
  const lines = new Map(rubric.inOrder.map((line) => [line.id, line]));
  const { leaves, groups, total, figures = [] } = card;
  return [...leaves, ...figures, ...groups, total].flatMap(({ id: line, contributions = [] }) =>
    contributions.flatMap((each) =>
      each.kind === 'refused'
        ? [{ part: partOf(facts, each), id: each.fact, reason: each.reason, line: lines.get(line) }]
        : [],
    ),
  );
}

/** Reason codes begin with what they speak of; a case may be one of earlier years. */
function partOf({ earlierCases = [] }: UnitFacts, { reason, fact }: { reason: string; fact: string }): FactPart {
  const part = PARTS[reason.split('.')[0]!] ?? 'marks';
  return part === 'cases' && earlierCases.some(({ id }) => id === fact) ? 'earlierCases' : part;
}

const PARTS: Record<string, FactPart | undefined> = {
  fact: 'numbers',
  mark: 'marks',
  case: 'cases',
  record: 'records',
  votes: 'tallies',
  'not-applicable': 'notApplicable',
  decision: 'decisions',
};

/** In a fact of the long form, the key whose value is refused. */
const KEYS: Record<string, string | undefined> = {
  'fact.unknown-line': 'criterion',
  'fact.unknown-kind': 'kind',
  'fact.unknown-category': 'category',
  'fact.unknown-role': 'role',
  'case.no-rate': 'role',
  'mark.unknown-criterion': 'criterion',
  'mark.unknown-grade': 'grade',
  'mark.above-cap': 'grade',
  'mark.not-a-number': 'points',
  'mark.off-step': 'points',
  'mark.beyond-points': 'points',
  'mark.not-admitted': 'points',
  'mark.outside-band': 'points',
  'mark.no-grade-covers': 'points',
  'mark.unknown-group': 'group',
  'votes.unknown-group': 'group',
  'votes.unknown-option': 'counts',
  'votes.do-not-add-up': 'counts',
};

/** What is wrong with the day of a fact. */
const OF_THE_DAY = new Set(['fact.outside-period', 'fact.not-earlier', 'note.later']);

/** The key of a dated fact that has its day. */
const DATED: Partial<Record<FactPart, string>> = {
  records: 'occurredOn',
  cases: 'effectiveOn',
  earlierCases: 'effectiveOn',
};

function withPlace(rubric: CompiledRubric, unit: string, facts: UnitFacts, refusal: Refusal): Wording {
  const subject = subjectOf(rubric, facts, refusal);
  const said = refusalWording(rubric, facts, refusal);
  const inLanguage = (language: 'zh' | 'en', between: string, colon: string) => {
    const place = [unit, subject?.[language] ?? ''].filter((each) => each !== '').join(between);
    return place === '' ? said[language] : `${place}${colon}${said[language]}`;
  };
  return { zh: inLanguage('zh', '，', '：'), en: inLanguage('en', ', ', ': ') };
}

/** The line or the input that a fact is about, by its title; null: the table has none. */
function subjectOf(rubric: CompiledRubric, facts: UnitFacts, { part, id, line, reason }: Refusal): Wording | null {
  const names = namesOf(rubric);
  if (line) return names.line(line.id);
  if (reason === 'mark.decided-by-rule' || reason === 'votes.no-vote')
    return names.line(lineOf([...facts.marks, ...(facts.tallies ?? [])].find((fact) => fact.id === id) ?? {}));
  if (part === 'previous' && reason !== 'fact.unknown-line') return names.line(id);
  if (part !== 'numbers' || reason === 'fact.unknown-input') return null;
  const input = names.input((facts.numbers ?? []).find((fact) => fact.id === id)?.name ?? '');
  return input ? { zh: `“${input.title}”（${input.id}）`, en: `“${input.title}” (${input.id})` } : null;
}
