import type { Mark, Raters } from '@mofan/rubric/language/source';
import { type Ends, boundPhrase, endsPhrase } from './bounds.ts';
import { combinePhrase, groupsPhrase } from './combine-phrase.ts';
import { NUMBER, RATIO, type Sentence, type SoundSentence, TITLE, oneOf, partsOf, readAll, sound } from './sentence.ts';

/** A scale as it is printed with a line: grades by their titles. */
export interface PrintedScale {
  step: string;
  bands: (Ends & { grade: string })[];
}
/** What may be given, its scale written out and grades by their titles. */
export type PrintedMark = Pick<Mark, 'step' | 'percent' | 'values' | 'grades'> & { scale?: PrintedScale | undefined };

/** `打分，以 0.5 分为单位`, where one figure is all there is to say. */
const figureMark = (key: 'step' | 'percent', before: string, behind: string): Sentence<PrintedMark> => {
  const pattern = new RegExp(`^${before} ?(${NUMBER}) ?${behind}$`);
  return {
    print: (mark) =>
      mark[key] === undefined ? null : `${before} ${mark[key]}${behind.startsWith('%') ? '' : ' '}${behind}`,
    read: (text) => {
      const [, figure] = pattern.exec(text) ?? [];
      return figure === undefined ? null : { [key]: figure };
    },
  };
};

const valuesMark: Sentence<PrintedMark> = {
  print: ({ values }) => {
    return values ? `只可打 ${values.map(boundPhrase.print).join('、')} 分` : null;
  },
  read: (text) => {
    const [, all] = /^只可打 ?(.+?) ?分$/.exec(text) ?? [];
    const values = all === undefined ? null : readAll(all.split('、'), boundPhrase.read);
    return values && { values };
  },
};

const GRADE = new RegExp(`^${TITLE}(?: (.+) 分)?$`);

const gradesMark: Sentence<PrintedMark> = {
  print: ({ grades }) => {
    const given = ({ grade, points }: NonNullable<Mark['grades']>[number]) =>
      `“${grade}”${points === undefined ? '' : ` ${boundPhrase.print(points)} 分`}`;
    return grades ? `评等次：${grades.map(given).join('、')}` : null;
  },
  read: (text) => {
    if (!text.startsWith('评等次：')) return null;
    const grades = readAll(partsOf(text.slice(4), '、'), (part) => {
      const [, grade, said] = GRADE.exec(part) ?? [];
      const points = said === undefined ? undefined : boundPhrase.read(said);
      return grade === undefined || points === null ? null : { grade, ...(points !== undefined && { points }) };
    });
    return grades && { grades };
  },
};

const SCALE = new RegExp(`^评等次打分，以 (${NUMBER}) 分为单位：(.+)$`);
const BAND = new RegExp(`^${TITLE} (.+)$`);

const scaleMark: Sentence<PrintedMark> = {
  print: ({ scale }) => {
    if (!scale) return null;
    const bands = scale.bands.map(({ grade, ...ends }) => `“${grade}” ${endsPhrase.print(ends)}`);
    return `评等次打分，以 ${scale.step} 分为单位：${bands.join('；')}`;
  },
  read: (text) => {
    const [, step, said] = SCALE.exec(text) ?? [];
    if (step === undefined || said === undefined) return null;
    const bands = readAll(partsOf(said, '；'), (part) => {
      const [, grade, within = ''] = BAND.exec(part) ?? [];
      const ends = endsPhrase.read(within);
      return grade === undefined || ends === null ? null : { grade, ...ends };
    });
    return bands && { scale: { step, bands } };
  },
};

/** What an assessor may give. */
export const markSentence: SoundSentence<PrintedMark> = sound(
  oneOf(
    figureMark('step', '打分，以', '分为单位'),
    figureMark('percent', '按百分比打分，以', '% 为单位'),
    valuesMark,
    gradesMark,
    scaleMark,
  ),
);

const LEAST = /^不足 (\d{1,6}) 人的待定$/;
const SPREAD = new RegExp(`^相差超过 (${NUMBER}) 分的提醒$`);
const SHARE = new RegExp(`^每人评${TITLE}的不超过 (${RATIO})$`);

/** Several assessors of one line: `多人评分，满5项的去掉最高、最低各1项，其余平均；不足 3 人的待定`. */
export const ratersSentence: SoundSentence<Raters> = sound({
  print: ({ combine, groups, least, spread, distribution = [] }) => {
    const said = [
      ...(groups === undefined ? [] : [groupsPhrase.print(groups)]),
      ...(least === undefined ? [] : [`不足 ${least} 人的待定`]),
      ...(spread === undefined ? [] : [`相差超过 ${spread} 分的提醒`]),
      ...distribution.map(({ grade, most }) => `每人评“${grade}”的不超过 ${most}`),
    ];
    return [`多人评分，${combinePhrase.print(combine)}`, ...said].join('；');
  },
  read: (text) => {
    if (!text.startsWith('多人评分，')) return null;
    const [combined = '', ...rest] = partsOf(text.slice('多人评分，'.length), '；');
    const combine = combinePhrase.read(combined);
    if (!combine) return null;
    const groups = rest.map(groupsPhrase.read).find((each) => each !== null);
    const [least, spread] = [LEAST, SPREAD].map((pattern) => rest.map((part) => pattern.exec(part)?.[1]).find(Boolean));
    const distribution = rest.flatMap((part) => {
      const [, grade, most] = SHARE.exec(part) ?? [];
      return grade === undefined || most === undefined ? [] : [{ grade, most }];
    });
    return {
      combine,
      ...(groups && { groups }),
      ...(least !== undefined && { least }),
      ...(spread !== undefined && { spread }),
      ...(distribution.length > 0 && { distribution }),
    };
  },
});

/** `酌情扣分：整改不及时的，最高评为“良”`. */
export const discretionSentence: SoundSentence<NonNullable<Mark['discretion']>> = sound({
  print: ({ trigger, gradeAtMost }) => `酌情扣分：${trigger}，最高评为“${gradeAtMost}”`,
  read: (text) => {
    const [, trigger, gradeAtMost] = new RegExp(`^酌情扣分：(.+)，最高评为${TITLE}$`).exec(text) ?? [];
    return trigger === undefined || gradeAtMost === undefined ? null : { trigger, gradeAtMost };
  },
});
