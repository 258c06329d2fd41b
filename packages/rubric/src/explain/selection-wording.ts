import type { CompiledRubric } from '../compiled.ts';
import { multiply, written } from '../exact.ts';
import type { CompiledSelection } from '../field/compiled.ts';
import { groupNameOf } from '../field/relative.ts';
import type { Chosen } from '../field/select.ts';
import type { Beyond, Field } from './explanation.ts';
import { expressionWording } from './expression-wording.ts';
import { shareWording } from './figure-wording.ts';
import { namesOf } from './names.ts';
import { numeralsOf } from './numerals.ts';
import { ROUNDED } from './step-rule.ts';
import { type Wording, inBoth } from './wording.ts';

/** Who is chosen by which rule, out of how many, and what became of the unit. */
export function selectionWording(
  rubric: CompiledRubric,
  selection: CompiledSelection,
  { units, chosen }: Field,
  unit: number,
): Beyond {
  const { among, id } = selection.source;
  const group = groupNameOf(among ?? null, units[unit]!.state);
  const result = chosen?.find((each) => each.selection === id && each.group === group);
  const name = (place: number) => units[place]!.unit;
  return {
    rule: selectionRule(rubric, selection),
    arithmetic: result ? placesOf(rubric, selection, result) : { zh: '—', en: '—' },
    lines: result ? linesOf(result, name) : [],
    result: result ? outcomeOf(result, unit) : { zh: '须有全部单位方能评选', en: 'it takes all units to choose' },
    ends: { floor: null, ceiling: null },
  };
}

/** Who may be chosen, in which order, and how many. */
export function selectionRule(rubric: CompiledRubric, { source, share }: CompiledSelection): Wording {
  const names = namesOf(rubric);
  const said = (text: string) => expressionWording(names, text);
  const { among, eligible, order, least, places, quota } = source;
  const keys = order.map(({ by, best }) => {
    const { zh, en } = said(by);
    return best === 'highest'
      ? { zh: `${zh}从高到低`, en: `${en} from the highest down` }
      : { zh: `${zh}从低到高`, en: `${en} from the lowest up` };
  });
  const [who, counting] = [
    eligible === undefined ? null : said(eligible),
    quota?.where === undefined ? null : said(quota.where),
  ];
  const base = BASES[quota?.of ?? 'group'];
  const rounding = ROUNDED[quota?.rounding ?? 'cut'];
  return inBoth((language) => {
    const few =
      least === undefined ? '' : language === 'zh' ? `；不足 ${least} 个的不评` : `; nobody of fewer than ${least}`;
    const only = counting === null ? '' : language === 'zh' ? `中${counting.zh}者` : ` for which ${counting.en}`;
    const taken = share && quota ? `${shareWording(share)}` : (places ?? '');
    if (language === 'zh')
      return [
        among === undefined ? '在全部单位中' : `按单位属性“${among}”分组`,
        ...(who ? [`须${who.zh}`] : []),
        `依次按 ${keys.map(({ zh }) => zh).join('、')}排序`,
        share ? `取${base.zh}${only}的 ${taken}（${rounding.zh}）${few}` : `取前 ${taken} 个${few}`,
      ].join('，');
    return [
      among === undefined ? 'of all units' : `in each group by the attribute “${among}”`,
      ...(who ? [`where ${who.en}`] : []),
      `by ${keys.map(({ en }) => en).join(', then ')}`,
      share ? `${taken} of ${base.en}${only} (${rounding.en})${few}` : `the top ${taken}${few}`,
    ].join(', ');
  });
}

const BASES: Record<'group' | 'eligible' | 'declared', Wording> = {
  group: { zh: '全组', en: 'the group' },
  eligible: { zh: '符合条件者', en: 'those eligible' },
  declared: { zh: '申报数', en: 'the number declared' },
};

/** How many places there are. */
function placesOf(rubric: CompiledRubric, { share }: CompiledSelection, { base, places }: Chosen): Wording {
  const result = { zh: `${places} 个名额`, en: `${places} ${places === 1 ? 'place' : 'places'}` };
  if (!share) return result;
  const exactly = written(multiply(share, { n: base, d: 1 }));
  return inBoth(
    (language) =>
      `${base} × ${shareWording(share)} ${numeralsOf(rubric).result(exactly, exactly, language)} → ${result[language]}`,
  );
}

function linesOf({ chosen, tied, placesLeft, open }: Chosen, name: (place: number) => string): Wording[] {
  const list = (places: readonly number[]) => ({ zh: places.map(name).join('、'), en: places.map(name).join(', ') });
  const [who, level, undecided] = [list(chosen), list(tied), list(open)];
  return [
    ...(chosen.length > 0 ? [{ zh: `入选：${who.zh}`, en: `chosen: ${who.en}` }] : []),
    ...(tied.length > 0
      ? [
          {
            zh: `并列：${level.zh}，尚余 ${placesLeft} 个名额，须由人决定`,
            en: `level: ${level.en}, over the last ${placesLeft}: somebody has to decide`,
          },
        ]
      : []),
    ...(open.length > 0 ? [{ zh: `尚未确定：${undecided.zh}`, en: `not settled yet: ${undecided.en}` }] : []),
  ];
}

function outcomeOf({ chosen, tied, notEligible, open, tooFew }: Chosen, unit: number): Wording {
  if (notEligible.includes(unit)) return { zh: '不符合条件', en: 'not eligible' };
  if (open.length > 0) return { zh: '尚未确定', en: 'not settled yet' };
  if (tooFew) return { zh: '符合条件的太少，不评', en: 'too few are eligible, nobody is chosen' };
  if (tied.includes(unit)) return { zh: '并列待定', en: 'level over the last place' };
  return chosen.includes(unit) ? { zh: '入选', en: 'chosen' } : { zh: '未入选', en: 'not chosen' };
}
