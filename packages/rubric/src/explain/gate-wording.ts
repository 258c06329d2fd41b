import type { CompiledLine, CompiledRubric, CompiledStep } from '../compiled.ts';
import { numberWording } from './figure-wording.ts';
import { type Wording, inBoth } from './wording.ts';

type Gate = Extract<CompiledStep, { kind: 'gate' }>;

/** What a gate does while its condition holds: "一票否决：本表记 0 分", "等次不高于“良好”", "须作出判断：…". */
export function gateEffect(rubric: CompiledRubric, line: CompiledLine, gate: Gate): Wording {
  const effects = [...heldBy(gate), ...putBy(rubric, line, gate)];
  return { zh: effects.map(({ zh }) => zh).join('，'), en: effects.map(({ en }) => en).join(', ') };
}

function heldBy({ refuse, ask, exclude, carry }: Gate): Wording[] {
  if (refuse !== null) return [{ zh: `不予计分：${refuse}`, en: `no figure: ${refuse}` }];
  if (ask !== null) return [{ zh: `须作出判断：${ask}`, en: `to be judged: ${ask}` }];
  if (exclude) return [{ zh: '不适用，不计入', en: 'it does not apply and is left out' }];
  return carry ? [{ zh: '沿用上期等次', en: 'the rating of the period before goes on' }] : [];
}

function putBy(
  rubric: CompiledRubric,
  line: CompiledLine,
  { becomes, atMost, rank, rankAtMost, gradeDown }: Gate,
): Wording[] {
  const [what, points] = [placeOf(rubric, line), line.worth === 'none' ? '' : ' 分'];
  const effects: Wording[] = [];
  if (becomes) {
    const [vetoZh, vetoEn] = becomes.n === 0 ? ['一票否决：', 'vetoed: '] : ['', ''];
    const figure = numberWording(becomes);
    effects.push({ zh: `${vetoZh}${what.zh}记 ${figure}${points}`, en: `${vetoEn}${what.en} counts ${figure}` });
  }
  if (atMost) effects.push({ zh: `不超过 ${numberWording(atMost)}${points}`, en: `at most ${numberWording(atMost)}` });
  const title = (at: number) => `“${rubric.table.grades[at]?.title ?? ''}”`;
  if (rank !== null) effects.push({ zh: `等次定为${title(rank)}`, en: `graded ${title(rank)}` });
  if (rankAtMost !== null)
    effects.push({ zh: `等次不高于${title(rankAtMost)}`, en: `graded ${title(rankAtMost)} at most` });
  if (gradeDown > 0)
    effects.push({ zh: `等次降低${gradeDown}档`, en: `${gradeDown} grade${gradeDown === 1 ? '' : 's'} less` });
  return effects;
}

const placeOf = (rubric: CompiledRubric, line: CompiledLine): Wording =>
  line === rubric.total
    ? { zh: '本表', en: 'the table' }
    : inBoth(
        (language) =>
          (line.children.length > 0 ? { zh: '本项', en: 'the group' } : { zh: '本条', en: 'the line' })[language],
      );
