import type { Band, CompiledLine, CompiledRubric, CompiledSource, CompiledStep } from '../compiled.ts';
import { type Exact, written } from '../exact.ts';
import { type Wording, gradeWording, shown } from './wording.ts';

/** The rule that a line is computed by: its source, and each step after a semicolon. */
export function ruleWording(rubric: CompiledRubric, line: CompiledLine): Wording {
  const said = [sourceWording(rubric, line.from), ...line.steps.map((step) => stepRule(rubric, step))];
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}

function sourceWording(rubric: CompiledRubric, from: CompiledSource): Wording {
  switch (from.kind) {
    case 'mark':
      return admittedWording(rubric, from);
    case 'cases':
      return casesWording(from);
    case 'votes':
      return { zh: '按有效票的平均分计', en: 'the mean of the valid ballots' };
    case 'formula':
      return { zh: `按 ${from.text} 计算`, en: `computed as ${from.text}` };
    case 'combine':
      return combineWording(from);
  }
}

function admittedWording(
  rubric: CompiledRubric,
  { admitted, raters }: Extract<CompiledSource, { kind: 'mark' }>,
): Wording {
  const many = raters ? { zh: '，多人评分合并', en: ', several assessors combined' } : { zh: '', en: '' };
  const said = ((): Wording => {
    switch (admitted.kind) {
      case 'scale': {
        const bands = admitted.bands.map(({ grade, ...band }) => ({
          ...gradeWording(rubric, grade ?? ''),
          at: bandWords(band),
        }));
        return {
          zh: `评等次打分：${bands.map(({ zh, at }) => `${zh} ${at}`).join('、')}`,
          en: `graded: ${bands.map(({ en, at }) => `${en} ${at}`).join(', ')}`,
        };
      }
      case 'step':
        return {
          zh: `打分，以 ${written(admitted.step)} 分为单位`,
          en: `marked in steps of ${written(admitted.step)}`,
        };
      case 'percent':
        return {
          zh: `按百分比打分，以 ${written(admitted.step)}% 为单位`,
          en: `marked in percent, in steps of ${written(admitted.step)}%`,
        };
      case 'values': {
        const values = admitted.values.map((value) => shown(written(value)));
        return { zh: `只可打 ${values.join('、')} 分`, en: `one of ${values.join(', ')}` };
      }
      case 'grades': {
        const grades = admitted.grades.map(({ grade, points }) => ({
          ...gradeWording(rubric, grade),
          points: points ? ` ${written(points)}` : '',
        }));
        return {
          zh: `评等次：${grades.map(({ zh, points }) => zh + points).join('、')}`,
          en: `graded: ${grades.map(({ en, points }) => en + points).join(', ')}`,
        };
      }
    }
  })();
  return { zh: said.zh + many.zh, en: said.en + many.en };
}

function casesWording({ start, charge, deducts, adds }: Extract<CompiledSource, { kind: 'cases' }>): Wording {
  const what = deducts && adds ? '扣分、加分' : deducts ? '扣分' : '加分';
  const how = { every: '逐例计', 'heaviest-per-act': '同一行为只计最重一项', heaviest: '只计最高一项' }[charge];
  const english = {
    every: 'every case',
    'heaviest-per-act': 'the heaviest of each act',
    heaviest: 'the heaviest alone',
  }[charge];
  return { zh: `自 ${written(start)} 分起按规定${what}，${how}`, en: `from ${written(start)}, ${english} at its rate` };
}

const COMBINE: Record<string, Wording> = {
  sum: { zh: '各项合计', en: 'the sum of the parts' },
  weighted: { zh: '各项加权合计', en: 'the weighted parts' },
  mean: { zh: '各项平均', en: 'the mean of the parts' },
  lowest: { zh: '取最低的一项', en: 'the lowest part' },
  highest: { zh: '取最高的一项', en: 'the highest part' },
};

function combineWording({ by, best, drop }: Extract<CompiledSource, { kind: 'combine' }>): Wording {
  const { zh, en } = COMBINE[by]!;
  if (best !== null) return { zh: `最好的${best}项，${zh}`, en: `of the best ${best}, ${en}` };
  return drop.length > 0 ? { zh: `去掉最高、最低后${zh}`, en: `without the highest and lowest, ${en}` } : { zh, en };
}

function stepRule(rubric: CompiledRubric, step: CompiledStep): Wording {
  switch (step.kind) {
    case 'compute':
      return { zh: `再按 ${step.text} 计算`, en: `then ${step.text}` };
    case 'clamp':
      return { zh: `限于 ${between(step.least, step.most)}`, en: `within ${between(step.least, step.most)}` };
    case 'round':
      return roundWording(step);
    case 'band': {
      const bands = step.bands.map(({ grade, points, ...band }) => ({
        at: bandWords(band),
        grade,
        points: points ? written(points) : '',
      }));
      const zh = bands.map(
        ({ at, grade, points }) => `${at} ${grade === null ? '' : gradeWording(rubric, grade).zh}${points}`,
      );
      return {
        zh: `分档：${zh.join('、')}`,
        en: `bands: ${bands.map(({ at, grade, points }) => `${at} ${grade ?? ''}${points}`).join(', ')}`,
      };
    }
    case 'decide':
      return { zh: `按情形判定（${step.cases.length}种）`, en: `decided by the first of ${step.cases.length} cases` };
    case 'gate':
      return { zh: `${step.because}（${step.text}）`, en: `gate: ${step.text}` };
    case 'relative':
      return step.byRank
        ? { zh: '按同组名次计分', en: 'points by rank in the group' }
        : { zh: '按与同组最优值之比计分', en: 'in proportion to the best of the group' };
  }
}

const MODES = { 'half-up': '四舍五入', 'half-even': '四舍六入五成双', cut: '舍去', up: '进一' };

function roundWording({ mode, places, step }: Extract<CompiledStep, { kind: 'round' }>): Wording {
  if (step) return { zh: `${MODES[mode]}到 ${written(step)} 的整数倍`, en: `${mode} to multiples of ${written(step)}` };
  return { zh: `${MODES[mode]}，保留${places}位小数`, en: `${mode} to ${places} places` };
}

function between(from: Exact | null, to: Exact | null): string {
  const [low, high] = [from && shown(written(from)), to && shown(written(to))];
  if (low !== null && low === high) return low;
  return low === null ? `≤ ${high ?? ''}` : high === null ? `≥ ${low}` : `${low}–${high}`;
}

/** A band with its open ends: "≥ 80, < 90". */
function bandWords({ from, to, fromOpen, toOpen }: Pick<Band, 'from' | 'to' | 'fromOpen' | 'toOpen'>): string {
  if (!fromOpen && !toOpen) return between(from, to);
  const low = from && `${fromOpen ? '>' : '≥'} ${shown(written(from))}`;
  const high = to && `${toOpen ? '<' : '≤'} ${shown(written(to))}`;
  return [low, high].filter((end) => end !== null).join(', ');
}
