import type { CompiledRubric } from '../compiled.ts';
import { exact, multiply, divide, written } from '../exact.ts';
import type { CompiledConsequence } from '../field/compiled.ts';
import { amountOf, daysAfter } from '../field/consequences.ts';
import { safely } from '../field/safely.ts';
import { potOf } from '../field/split-pots.ts';
import { writtenEnds } from '../figure.ts';
import type { InputRead } from '../input-read.ts';
import type { Round } from '../language/step.ts';
import type { Beyond, Field } from './explanation.ts';
import { expressionWording } from './expression-wording.ts';
import { namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { roundRule } from './step-rule.ts';
import { valuesOf } from './values.ts';
import { type Wording, inBoth } from './wording.ts';

/** What follows for the unit: whether the condition holds, until when, how much, or which part of a pot. */
export function consequenceWording(
  rubric: CompiledRubric,
  consequence: CompiledConsequence,
  reads: readonly InputRead[],
  field: Field,
  unit: number,
): Beyond {
  const { state } = field.units[unit]!;
  const { source, when } = consequence;
  const holds = when ? safely(() => when(state), null) : true;
  const told = { rubric, consequence, reads, field, unit };
  const amount = amountFor(told);
  const due = source.dueInDays === undefined ? null : daysAfter(state.facts.asOf, Number(source.dueInDays));
  const happens = [
    ...(amount ? [amount.result] : []),
    ...(due === null ? [] : [{ zh: `限 ${due} 前`, en: `by ${due}` }]),
  ];
  const said = happens.length > 0 ? happens : [{ zh: '适用', en: 'it follows' }];
  return {
    rule: consequenceRule(rubric, consequence),
    arithmetic:
      holds === false
        ? { zh: '—', en: '—' }
        : joined([
            ...(amount ? [amount.arithmetic] : []),
            ...(due === null ? [] : [dueArithmetic(state.facts.asOf, source.dueInDays!, due)]),
          ]),
    lines: [],
    result:
      holds === false
        ? { zh: '不发生', en: 'does not follow' }
        : holds
          ? joined(said)
          : { zh: `尚未确定；若成立，${joined(said).zh}`, en: `not settled yet; if it holds, ${joined(said).en}` },
    ends: holds === false || !amount ? { floor: null, ceiling: null } : amount.ends,
  };
}

const joined = (said: readonly Wording[]): Wording =>
  said.length === 0
    ? { zh: '—', en: '—' }
    : { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };

const dueArithmetic = (asOf: string, days: string, due: string): Wording => ({
  zh: `${asOf} 起 ${days} 日，至 ${due}`,
  en: `${days} days from ${asOf}: ${due}`,
});

/** When it follows, until when, and what comes of it. */
export function consequenceRule(rubric: CompiledRubric, { source }: CompiledConsequence): Wording {
  const names = namesOf(rubric);
  const { when, amount, round, dueInDays, split } = source;
  const condition = when === undefined ? null : expressionWording(names, when);
  const parts: Wording[] = [];
  if (condition) parts.push({ zh: `若${condition.zh}`, en: `if ${condition.en}` });
  if (dueInDays !== undefined) parts.push({ zh: `限 ${dueInDays} 日内`, en: `within ${dueInDays} days` });
  if (amount !== undefined) {
    const { zh, en } = expressionWording(names, amount);
    parts.push({ zh: `按 ${zh} 计算`, en: `computed as ${en}` });
  }
  if (round) parts.push(roundingOf(round));
  if (split) {
    const [by, rounding] = [expressionWording(names, split.by), roundingOf(split.round)];
    parts.push({
      zh: `${split.pot} 按 ${by.zh} 的比例分配，${rounding.zh}`,
      en: `${split.pot} divided in proportion to ${by.en}, ${rounding.en}`,
    });
  }
  return parts.length === 0
    ? { zh: '一律适用', en: 'it always follows' }
    : { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

const roundingOf = ({ mode, places, step }: Round): Wording =>
  roundRule({ kind: 'round', mode, places: Number(places ?? '0'), step: step === undefined ? null : exact(step) });

interface Told {
  rubric: CompiledRubric;
  consequence: CompiledConsequence;
  reads: readonly InputRead[];
  field: Field;
  unit: number;
}
interface Amount {
  arithmetic: Wording;
  result: Wording;
  ends: Beyond['ends'];
}

function amountFor(told: Told): Amount | null {
  const { rubric, consequence, reads, field, unit } = told;
  const { source } = consequence;
  const amount = amountOf(consequence, field.units[unit]!.state);
  if (!amount || source.amount === undefined) return source.split ? partOf(told) : null;
  const [exactly, ends] = [writtenEnds(amount.exactly), writtenEnds(amount.whole)];
  const isRounded = exactly.floor !== ends.floor || exactly.ceiling !== ends.ceiling;
  const numerals = numeralsOf(rubric);
  const values = valuesOf(rubric, undefined, reads, { floor: null, ceiling: null }, null);
  const computed = expressionWording(namesOf(rubric), source.amount, values);
  return {
    arithmetic: inBoth((language) => {
      const plain = `${computed[language]} ${numerals.result(exactly.floor, exactly.ceiling, language)}`;
      return isRounded ? `${plain} → ${numerals.exactly(ends.floor, ends.ceiling, language)}` : plain;
    }),
    result: inBoth(() => numerals.alone(ends.floor, ends.ceiling)),
    ends,
  };
}

const NOT_DIVIDED: Wording = { zh: '尚未确定，不作分配', en: 'not settled yet, nothing is divided' };

/** The unit's part of a pot: in proportion, then rounded. */
function partOf({ rubric, consequence, field, unit }: Told): Amount {
  const pot =
    field.chosen &&
    potOf(
      consequence,
      field.units.map(({ state }) => state),
    );
  if (!pot) return { arithmetic: { zh: '—', en: '—' }, result: NOT_DIVIDED, ends: { floor: null, ceiling: null } };
  const numerals = numeralsOf(rubric);
  const [size, whole, part] = [pot.sizes[unit]!, pot.whole, written(pot.parts[unit]!)];
  const plain = whole.n === 0 ? part : written(multiply(pot.pot, divide(size, whole)));
  return {
    arithmetic: inBoth((language) => {
      const operand = (value: string) => numerals.operand(value, value, language);
      const shared = `${written(pot.pot)} × ${operand(written(size))} ÷ ${operand(written(whole))}`;
      return `${shared} ${numerals.result(plain, plain, language)}${plain === part ? '' : ` → ${part}`}`;
    }),
    result: inBoth(() => numerals.alone(part, part)),
    ends: { floor: part, ceiling: part },
  };
}
