import type { Admitted, CompiledLine, CompiledRaters, CompiledRubric, CompiledSource } from '../compiled.ts';
import { written } from '../exact.ts';
import { onTopOf } from '../sources/on-top.ts';
import { expressionWording } from './expression-wording.ts';
import { bandEnds, numberWording, shareWording } from './figure-wording.ts';
import { namesOf } from './names.ts';
import { type Language, type Wording, inBoth } from './wording.ts';

type Of<Kind extends CompiledSource['kind']> = Extract<CompiledSource, { kind: Kind }>;

/** Where a line's figure comes from, in words. */
export function sourceWording(rubric: CompiledRubric, line: CompiledLine): Wording {
  const { from, id } = line;
  switch (from.kind) {
    case 'mark':
      return line.worth === 'penalty' ? asTakenOff(markRule(rubric, id, from)) : markRule(rubric, id, from);
    case 'cases':
      return casesRule(from);
    case 'votes':
      return votesRule(rubric, id, from);
    case 'formula': {
      const { zh, en } = expressionWording(namesOf(rubric), from.text);
      return { zh: `按 ${zh} 计算`, en: `computed as ${en}` };
    }
    case 'combine':
      return onTopOf(line, line.children).length === 0 ? combineRule(from) : withOnTop(combineRule(from));
  }
}

const asTakenOff = ({ zh, en }: Wording): Wording => ({ zh: `${zh}，为所扣分数`, en: `${en}, to be taken off` });

const withOnTop = ({ zh, en }: Wording): Wording => ({
  zh: `${zh}，加分、扣分另计`,
  en: `${en}, with bonuses and penalties on top`,
});

function markRule(rubric: CompiledRubric, id: string, { admitted, caps, discretion, raters }: Of<'mark'>): Wording {
  const { grade: titleOf, metric } = namesOf(rubric);
  const title = (rank: number) => titleOf(rubric.table.grades[rank]?.code ?? '');
  const said = [
    admittedRule(rubric, admitted),
    ...(raters ? [ratersRule(rubric, id, raters)] : []),
    ...caps.map((cap) => ({
      zh: `${metric(cap.metric)}不足${cap.least}次的，等次不高于“${title(cap.rank)}”`,
      en: `graded “${title(cap.rank)}” at most below ${cap.least} of ${metric(cap.metric)}`,
    })),
    ...(discretion === null
      ? []
      : [
          {
            zh: `酌情扣分的，等次不高于“${title(discretion)}”`,
            en: `graded “${title(discretion)}” at most with a deduction at discretion`,
          },
        ]),
  ];
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') };
}

function ratersRule(rubric: CompiledRubric, id: string, { combine, shares, least }: CompiledRaters): Wording {
  const { group } = namesOf(rubric);
  const { zh, en } = combineRule(combine, { zh: '份', en: 'marks' });
  const groups = shares.map((each) => `${group(id, each.id)} ${shareWording(each.share)}`);
  return {
    zh: [
      `多人评分：${zh}`,
      ...(groups.length > 0 ? [`各组权重：${groups.join('、')}`] : []),
      ...(least > 1 ? [`不足 ${least} 人的待定`] : []),
    ].join('，'),
    en: [
      `several assessors: ${en}`,
      ...(groups.length > 0 ? [`weights: ${groups.join(', ')}`] : []),
      ...(least > 1 ? [`open below ${least} of them`] : []),
    ].join(', '),
  };
}

function admittedRule(rubric: CompiledRubric, admitted: Admitted): Wording {
  const { grade: titleOf } = namesOf(rubric);
  switch (admitted.kind) {
    case 'scale': {
      const said = (language: Language) =>
        admitted.bands.map((band) => `${titleOf(band.grade ?? '')} ${bandEnds(band)[language]}`);
      return { zh: `评等次打分：${said('zh').join('、')}`, en: `graded: ${said('en').join(', ')}` };
    }
    case 'step': {
      const step = written(admitted.step);
      return { zh: `打分，以 ${step} 分为单位`, en: `marked in steps of ${step}` };
    }
    case 'percent': {
      const step = written(admitted.step);
      return { zh: `按百分比打分，以 ${step}% 为单位`, en: `marked in percent, in steps of ${step}%` };
    }
    case 'values': {
      const values = admitted.values.map(numberWording);
      return { zh: `只可打 ${values.join('、')} 分`, en: `one of ${values.join(', ')}` };
    }
    case 'grades': {
      const grades = admitted.grades.map(
        ({ grade, points }) => `${titleOf(grade)}${points ? ` ${written(points)}` : ''}`,
      );
      return { zh: `评等次：${grades.join('、')}`, en: `graded: ${grades.join(', ')}` };
    }
  }
}

const CHARGES = {
  every: { zh: '逐例计', en: 'every case' },
  'heaviest-per-act': { zh: '同一行为只计最重一项', en: 'the heaviest of each act' },
  heaviest: { zh: '只计最高一项', en: 'the heaviest alone' },
};

function casesRule({ start, charge, deducts, adds }: Of<'cases'>): Wording {
  const what = deducts && adds ? '扣分、加分' : deducts ? '扣分' : '加分';
  const { zh, en } = CHARGES[charge];
  return { zh: `自 ${written(start)} 分起按规定${what}，${zh}`, en: `from ${written(start)}, ${en} at its rate` };
}

/** What each option is worth, whose votes count how much, and how many must have voted. */
function votesRule(rubric: CompiledRubric, id: string, { worth, shares, turnout }: Of<'votes'>): Wording {
  const { group, option } = namesOf(rubric);
  const options = [...worth].map(([code, points]) => `${option(id, code)} ${numberWording(points)}`);
  const groups = shares.map((each) => `${group(id, each.id)} ${shareWording(each.share)}`);
  return inBoth((language) => {
    const [comma, stop] = language === 'zh' ? ['、', '；'] : [', ', '; '];
    const said = [
      `${language === 'zh' ? '按有效票的平均分计：' : 'the mean of the valid ballots: '}${options.join(comma)}`,
      ...(groups.length > 0 ? [`${language === 'zh' ? '各组权重：' : 'weights: '}${groups.join(comma)}`] : []),
      ...(turnout ? [turnoutRule(shareWording(turnout))[language]] : []),
    ];
    return said.join(stop);
  });
}

const turnoutRule = (share: string): Wording => ({
  zh: `有效票不足应到人数 ${share} 的无效`,
  en: `void below ${share} of those entitled`,
});

const COMBINE: Record<Of<'combine'>['by'], Wording> = {
  sum: { zh: '合计', en: 'the sum' },
  weighted: { zh: '加权合计', en: 'the weighted sum' },
  mean: { zh: '平均', en: 'the mean' },
  lowest: { zh: '取最低', en: 'the lowest' },
  highest: { zh: '取最高', en: 'the highest' },
};

const PARTS: Wording = { zh: '项', en: 'parts' };

/** How several figures become one; `of`: what they are the figures of. */
export function combineRule({ by, best, better, drop }: Of<'combine'>, of = PARTS): Wording {
  const { zh, en } = COMBINE[by];
  if (best !== null) {
    const [zhLow, enLow] = better === 'lowest' ? ['（低者为好）', ', low being good'] : ['', ''];
    return { zh: `最好的${best}${of.zh}${zhLow}${zh}`, en: `${en} of the best ${best}${enLow}` };
  }
  if (drop.length === 0) return { zh: `各${of.zh}${zh}`, en: `${en} of the ${of.en}` };
  const dropped = drop.map(({ from, each }) => ({
    zh: `满${from}${of.zh}的去掉最高、最低各${each}${of.zh}`,
    en: `of ${from} or more without ${each} at either end`,
  }));
  return {
    zh: `${dropped.map((each) => each.zh).join('，')}，其余${zh}`,
    en: `${en} of the ${of.en}, ${dropped.map((each) => each.en).join(', ')}`,
  };
}
