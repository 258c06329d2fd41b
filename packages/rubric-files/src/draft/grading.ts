import { compare, exact } from '@mofan/rubric/exact';
import type { Mark } from '@mofan/rubric/language/source';
import type { Step } from '@mofan/rubric/language/step';
import type { Rubric } from '@mofan/rubric/rubric';
import { type Outline, nodesOf } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { contradictions } from './contradictions.ts';
import { gradeCode } from './grade-words.ts';
import { type Ends, type StatedGrade, gradesIn } from './grades-in-text.ts';
import { leftOfNote } from './note-left.ts';

/** How the whole table is graded, as its note or its headings have it. */
export interface Grading {
  grades: Rubric['grades'];
  scales: Rubric['scales'];
  /** how a line is marked that has no rule of its own; null where nothing says it */
  mark: Mark | null;
  /** the grade of the whole from its points */
  steps: Step[];
  report: ReportEntry[];
}

/** What is longer is no note on grading. */
const LONGEST = 5000;
const SCALE = 'judged';
const STEP = '0.5';

/** Reads grades with limits out of notes and headings; what it makes of them is a guess, and told as one. */
export function gradingOf(outline: Outline): Grading {
  const texts = [...outline.notes.map((text) => ({ text, place: '备注' })), ...outline.levels.map(headed)];
  const read = texts.map(({ text, place }) => ({ text, place, stated: gradesIn(text.slice(0, LONGEST)) }));
  const about = (of: StatedGrade['of']) => read.find(({ stated }) => distinct(stated, of).length >= 2);
  const [line, total] = [about('line'), about('total')];
  const lineGrades = line ? distinct(line.stated, 'line') : [];
  const totalGrades = total ? completed(distinct(total.stated, 'total')) : [];
  const fitting = fits(totalGrades, outline.points) ? totalGrades : [];
  const codes = codesOf([...lineGrades, ...fitting]);
  const worths = [...nodesOf(outline.children)].flatMap((node) =>
    node.children.length === 0 && node.points !== null ? [node.points] : [],
  );
  const notes = new Set(outline.notes);
  return {
    grades: [...codes].map(([title, code]) => {
      const rule = [...lineGrades, ...fitting].find((grade) => grade.title === title)?.quote;
      return { code, title, ...(rule !== undefined && [...notes].some((note) => note.includes(rule)) && { rule }) };
    }),
    ...marking(lineGrades, codes),
    steps:
      fitting.length === 0 ? [] : [{ band: fitting.map(({ title, ends }) => ({ ...ends, grade: codes.get(title)! })) }],
    report: [
      ...(line ? told(line.place, lineGrades, [...new Set(worths)], '逐条评等次，拟为') : []),
      ...(total && fitting.length > 0
        ? told(total.place, fitting, [outline.points ?? '100'], '按总分定等次，拟为')
        : []),
      ...read.flatMap((each) =>
        notRead(each, [...(each === line ? lineGrades : []), ...(each === total ? fitting : [])]),
      ),
    ],
  };
}

const headed = (text: string) => ({ text, place: '表头' });

/** The first of each grade that speaks of the same thing. */
const distinct = (stated: readonly StatedGrade[], of: StatedGrade['of']): StatedGrade[] =>
  stated.filter(
    (grade, at) =>
      (grade.of === of || (of === 'total' && grade.of === 'rest')) &&
      stated.findIndex((each) => each.title === grade.title) === at,
  );

/** Best first; a grade that only says where it begins ends below the better one. */
function completed(grades: readonly StatedGrade[]): StatedGrade[] {
  const lowest = ({ ends, of }: StatedGrade) => exact(String(ends.from ?? ends.above ?? (of === 'rest' ? '-1' : '0')));
  const sorted = grades.toSorted((a, b) => compare(lowest(b), lowest(a)));
  return sorted.map((grade, at) => {
    const better = sorted[at - 1]?.ends;
    const { to: _, ...open } = grade.ends;
    if (!better) return { ...grade, ends: open };
    if (grade.ends.to !== undefined || grade.ends.below !== undefined) return grade;
    const end = better.from === undefined ? { to: better.above! } : { below: better.from };
    return { ...grade, ends: { ...grade.ends, ...end } };
  });
}

/** Limits that the points of the table can reach: 90 of 100, but not 90 of 500. */
function fits(grades: readonly StatedGrade[], points: string | null): boolean {
  const [best] = grades;
  const most = exact(String(best?.ends.from ?? best?.ends.above ?? '0'));
  const whole = exact(points ?? '100');
  return compare(most, whole) <= 0 && compare({ n: most.n * 2, d: most.d }, whole) >= 0;
}

function codesOf(grades: readonly StatedGrade[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { title } of grades) if (!codes.has(title)) codes.set(title, gradeCode(title, [...codes.values()]));
  return codes;
}

/** Points to choose where each grade gives one figure, else a scale with a band for each. */
function marking(stated: readonly StatedGrade[], codes: ReadonlyMap<string, string>): Pick<Grading, 'scales' | 'mark'> {
  if (stated.length === 0) return { scales: {}, mark: null };
  const grades = stated.map(({ title, ends }) => ({ grade: codes.get(title)!, ends }));
  if (grades.every(({ ends }) => isPoint(ends))) {
    return {
      scales: {},
      mark: { grades: grades.map(({ grade, ends }) => ({ grade, points: ends.from! })) },
    };
  }
  const bands = grades.map(({ grade, ends }) => ({ grade, ...ends }));
  return { scales: { [SCALE]: { step: STEP, bands } }, mark: { scale: SCALE } };
}

const isPoint = ({ from, to }: Ends): boolean => from !== undefined && JSON.stringify(from) === JSON.stringify(to);

function told(place: string, grades: readonly StatedGrade[], worths: readonly string[], zh: string): ReportEntry[] {
  const quotes = grades.map(({ quote }) => `“${quote}”`).join('、');
  const titles = grades.map(({ title }) => title).join('、');
  const bands = grades.every(({ ends }) => isPoint(ends)) ? [] : grades.map(({ title, ends }) => ({ title, ...ends }));
  return [
    { kind: 'guessed', place, zh: `${quotes}：${zh}${titles}`, en: `grades ${titles} with limits, out of ${quotes}` },
    ...contradictions(bands, worths).map((said): ReportEntry => ({ kind: 'not-understood', place, ...said })),
  ];
}

/** What the notes say where the grades are said elsewhere: all that `isSaid` does not find there. */
export const notesNotRead = (notes: readonly string[], isSaid: (sentence: string) => boolean): ReportEntry[] =>
  notes
    .flatMap((note) => leftOfNote(note, []))
    .filter((sentence) => !isSaid(sentence))
    .flatMap((text) => notRead({ text, place: '备注' }, []));

/** What a note says beyond its grades must be read by a person. */
function notRead({ text, place }: { text: string; place: string }, grades: readonly StatedGrade[]): ReportEntry[] {
  const left =
    place === '备注'
      ? leftOfNote(
          text,
          grades.map(({ quote }) => quote),
        )
      : [];
  if (left.length === 0) return [];
  const said = grades.length === 0 ? [text] : left;
  const quoted = said.map((each) => `“${each}”`).join('、');
  return [
    {
      kind: 'not-understood',
      place,
      zh: `备注${quoted}须写成计分规则`,
      en: `the note ${quoted} must be put into rules`,
    },
  ];
}
