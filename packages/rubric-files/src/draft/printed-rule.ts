import type { Mark, RaterGroup, Rate, Source } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import { withGrades } from '../printed-rule/grade-names.ts';
import type { PrintedRate } from '../printed-rule/source-sentences.ts';
import type { ReadRule } from '../printed-rule/read-rule.ts';
import type { PrintedNames } from './printed-names.ts';

/** The source that a printed rule says; null where it says none. `code`: the line's id as a code. */
export function sourceOf({ from, raters, discretion }: ReadRule, code: string, names: PrintedNames): Source | null {
  if (!from) return null;
  if (from.combine) return { combine: from.combine };
  if (from.input) return { formula: names.input(from.input, `${code}-value`) };
  if (from.votes) {
    const { options, groups, turnout } = from.votes;
    return {
      votes: {
        options: options.map((option, at) => ({ code: `option-${at + 1}`, ...option })),
        ...(groups && { groups: withCodes(groups) }),
        ...(turnout !== undefined && { turnout }),
      },
    };
  }
  if (from.cases) {
    const { deduct = [], add = [], ...cases } = from.cases;
    const rates = ratesOf([...deduct, ...add], code);
    const ofSign = (all: readonly PrintedRate[], start: number) => rates.slice(start, start + all.length);
    return {
      cases: {
        ...(deduct.length > 0 && { deduct: ofSign(deduct, 0) }),
        ...(add.length > 0 && { add: ofSign(add, deduct.length) }),
        ...cases,
      },
    };
  }
  return { mark: markOf({ from, raters, discretion }, names) };
}

/** Each with a category of its own, but one for all that one title says of several roles. */
function ratesOf(rates: readonly PrintedRate[], code: string): Rate[] {
  const called = rates.map((rate, at) => ({ ...rate, id: `${code}-${at + 1}` }));
  return called.map((rate) => {
    const alike = called.filter(({ title }) => title === rate.title);
    const byRole = new Set(alike.map(({ role }) => role)).size === alike.length;
    return { ...rate, category: byRole ? alike[0]!.id : rate.id };
  });
}

function markOf(
  { from, raters, discretion }: Pick<ReadRule, 'from' | 'raters' | 'discretion'>,
  names: PrintedNames,
): Mark {
  const { scale, ...mark } = coded(from!.mark!, names);
  return {
    ...mark,
    ...(scale && { scale: names.scale(scale) }),
    ...judging({ raters, discretion }, names),
  };
}

/** What is said beside what an assessor may give: several assessors, and a deduction at discretion. */
export function judging(
  { raters, discretion }: Pick<ReadRule, 'raters' | 'discretion'>,
  names: PrintedNames,
): Pick<Mark, 'raters' | 'discretion'> {
  return {
    ...(discretion && { discretion: coded(discretion, names) }),
    ...(raters && {
      raters: { ...coded(raters, names), ...(raters.groups && { groups: withCodes(raters.groups) }) },
    }),
  };
}

export const stepsOf = ({ steps }: ReadRule, names: PrintedNames): Step[] => coded(steps, names);

/** A group without a title is printed by its id. */
const withCodes = (groups: readonly RaterGroup[], code = 'group'): RaterGroup[] =>
  groups.map(({ title = '', weight, groups: within }, at) => {
    const called = CODE.test(title) ? { id: title } : { id: `${code}-${at + 1}`, title };
    return { ...called, weight, ...(within && { groups: withCodes(within, `${code}-${at + 1}`) }) };
  });

const CODE = /^[a-z][a-z0-9-]{0,63}$/;

const coded = <T>(value: T, names: PrintedNames): T => withGrades(value, (title) => names.grade(title));
