import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import { isDecimal } from '../expression/names.ts';
import { namesOf } from '../explain/names.ts';
import { reasonWording } from '../explain/reasons.ts';
import type { Wording } from '../explain/wording.ts';
import type { CaseFact, DecisionFact, NumberFact, RecordFact, StatementFact, TallyFact, UnitFacts } from '../facts.ts';
import type { Rubric } from '../rubric.ts';
import { leavesAndFigures, linesOf, ratesOf, titleOf } from '../tree.ts';
import { type Named, namesAllowed, unknownGroup, unknownName } from '../unknown-name.ts';
import { doubtWording } from './doubt-wording.ts';
import { markRefusal } from './mark-refusal.ts';
import { numberSlip } from './number-slips.ts';
import type { FactPart, Origin } from './origins.ts';

/** One fact that the rules refuse, with the line that refused it; without one, nothing in the table asks for it. */
export interface Refusal {
  part: FactPart;
  id: string;
  reason: string;
  line: CompiledLine | undefined;
}

/** A fact that does not count: where it stands in the file, and a sentence with its unit and line, why, and what may stand there. */
export interface RefusedFact extends Origin {
  reason: string;
  /** nothing is refused: it is told for people to look at */
  noted: boolean;
  said: Wording;
}

/** Why a fact of a unit is refused, and what may stand in its place. */
export function refusalWording(rubric: CompiledRubric, facts: UnitFacts, refusal: Refusal): Wording {
  const { part, id, reason, line } = refusal;
  if (part === 'previous') return previousRefusal(rubric.table, facts, refusal);
  const fact = (facts[part] ?? []).find((each) => each.id === id);
  if (!fact) return reasonWording(reason);
  const doubt = doubtWording(rubric, facts, reason, fact);
  if (doubt) return doubt;
  const { table } = rubric;
  switch (reason) {
    case 'fact.unknown-line':
      return unknownName(lineOf(fact), linesNamed(table, part), { zh: '表中没有条目', en: 'the table has no line' });
    case 'fact.unknown-kind':
      return unknownName((fact as RecordFact).kind, table.evidenceKinds, {
        zh: '表中没有佐证材料类别',
        en: 'the table has no kind of evidence',
      });
    case 'fact.unknown-input':
      return unknownInput(table, part, (fact as StatementFact).name);
    case 'fact.out-of-range':
      return outOfRange(table, fact as NumberFact);
    case 'fact.unknown-category':
      return unknownName((fact as CaseFact).category, categoriesOf(table), {
        zh: '表中没有情形',
        en: 'the table has no category',
      });
    case 'fact.unknown-role':
    case 'case.no-rate':
      return unknownRole(table, fact as CaseFact);
    case 'fact.not-earlier':
      return {
        zh: `${(fact as CaseFact).effectiveOn} 在考核期内，按本期的情形计算`,
        en: `${(fact as CaseFact).effectiveOn} lies within the period: it counts as a case of this one`,
      };
    case 'mark.decided-by-rule':
      return { zh: '本条按规则计分，不接受评分', en: 'the line is decided by rule and takes no marks' };
    case 'votes.no-vote':
      return { zh: '本条不投票，不接受计票', en: 'nobody votes on the line: it takes no ballots' };
    case 'decision.not-usable':
      return unusableDecision(table, fact as DecisionFact);
  }
  if (line && 'criterion' in fact) return markRefusal(line, fact, reason, namesOf(rubric));
  if (line && 'counts' in fact) return tallyRefusal(table, line, fact, reason);
  return reasonWording(reason);
}

/** A rating of the period before has its line for an id. */
function previousRefusal(table: Rubric, { previous = [] }: UnitFacts, { id, reason }: Refusal): Wording {
  if (reason === 'fact.unknown-line')
    return unknownName(id, linesNamed(table, 'previous'), { zh: '表中没有条目', en: 'the table has no line' });
  return unknownGrade(table, previous.find(({ line }) => line === id)?.grade ?? '');
}

/** The id of the line that a fact is about; empty where it is about none. */
export const lineOf = (fact: object): string =>
  'criterion' in fact ? String(fact.criterion) : 'line' in fact ? String(fact.line) : '';

/** Groups may be decided on and were rated before, but are neither marked nor voted on. */
const linesNamed = (table: Rubric, part: FactPart): Named[] =>
  (part === 'decisions' || part === 'previous' ? linesOf(table) : leavesAndFigures(table)).map((line) => ({
    id: line.id,
    title: titleOf(line),
  }));

function unknownInput({ inputs = [] }: Rubric, part: FactPart, name: string): Wording {
  const ofKind = inputs.filter(({ kind }) => (kind === 'statement') === (part === 'statements'));
  return unknownName(name, ofKind, { zh: '表中没有输入项', en: 'the table has no input' });
}

function outOfRange({ inputs = [] }: Rubric, { name, value }: NumberFact): Wording {
  const { least, most, unit = '' } = inputs.find(({ id }) => id === name) ?? {};
  if (!isDecimal(value))
    return numberSlip(value, most ?? least ?? '12.5', { ofOne: unit !== '%' && most === '1', unit });
  const [low, high] = [least ?? '', most ?? ''];
  if (low !== '' && high !== '')
    return { zh: `${value} 超出范围 ${low}–${high}`, en: `${value} lies outside ${low} to ${high}` };
  return low === ''
    ? { zh: `${value} 超过上限 ${high}`, en: `${value} is above ${high}` }
    : { zh: `${value} 低于下限 ${low}`, en: `${value} is below ${low}` };
}

function categoriesOf(table: Rubric): Named[] {
  const charged = ratesOf(table).map(({ category, title, role }) => ({
    id: category,
    title: role === undefined ? title : undefined,
  }));
  return [...new Map([...charged, ...(table.categories ?? [])].map((each) => [each.id, each])).values()];
}

function unknownRole(table: Rubric, { category, role }: CaseFact): Wording {
  const called = table.categories?.find(({ id }) => id === category)?.title ?? category;
  const titles = new Map((table.roles ?? []).map(({ id, title }) => [id, title]));
  const roles = ratesOf(table).flatMap((rate) =>
    rate.category === category && rate.role !== undefined
      ? [{ id: rate.role, title: titles.get(rate.role) ?? rate.title }]
      : [],
  );
  if (roles.length === 0)
    return {
      zh: `情形“${called}”不分身份，请去掉 role: ${role}`,
      en: `the category “${called}” has no roles: leave out “${role}”`,
    };
  if (role !== '') return unknownName(role, roles, { zh: '这类情形没有身份', en: 'the category has no role' });
  const { zh, en } = namesAllowed(roles);
  return { zh: `情形“${called}”须写身份（role）：${zh}`, en: `the category “${called}” needs a role: ${en}` };
}

function unusableDecision(table: Rubric, { reason, points, grade }: DecisionFact): Wording {
  if (reason.trim() === '') return { zh: '须写理由（reason）', en: 'a reason is needed' };
  if (points !== undefined && !isDecimal(points)) return numberSlip(points, '8.5');
  if (grade === undefined) return reasonWording('decision.not-usable');
  return unknownGrade(table, grade);
}

function unknownGrade({ grades }: Rubric, grade: string): Wording {
  const known = grades.map(({ code, title }) => ({ id: code, title }));
  return unknownName(grade, known, { zh: '表中没有等次', en: 'the table has no grade' });
}

const VOTERS: Wording = { zh: '投票组', en: 'group of voters' };

function tallyRefusal(table: Rubric, line: CompiledLine, tally: TallyFact, reason: string): Wording {
  const votes = leavesAndFigures(table).find(({ id }) => id === line.id)?.from.votes;
  const { counts, valid, entitled, group } = tally;
  if (reason === 'votes.unknown-option') {
    const options = (votes?.options ?? []).map(({ code, title }) => ({ id: code, title }));
    const unknown = Object.keys(counts).find((option) => !options.some(({ id }) => id === option)) ?? '';
    return unknownName(unknown, options, { zh: '票面上没有选项', en: 'the ballot has no option' });
  }
  if (reason === 'votes.unknown-group') return unknownGroup(group, votes?.groups ?? [], VOTERS);
  if (reason !== 'votes.do-not-add-up') return reasonWording(reason);
  const sum = Object.values(counts).reduce((a, b) => a + b, 0);
  return sum === valid
    ? { zh: `有效票 ${valid} 张多于应投 ${entitled} 张`, en: `${valid} valid ballots of only ${entitled} entitled` }
    : {
        zh: `各选项合计 ${sum} 票，有效票却是 ${valid} 张`,
        en: `the options add up to ${sum} ballots, but ${valid} are valid`,
      };
}
