import type { Grading } from './grading.ts';
import { gradeCode } from './grade-words.ts';
import type { Input, Rubric } from '@mofan/rubric/rubric';
import type { PrintedScale } from '../printed-rule/mark-sentences.ts';
import { isSame } from '../printed-rule/sentence.ts';
import type { PrintedInput } from '../printed-rule/source-sentences.ts';

/** Codes for what printed rules call by titles: the same title, scale or number has one code in the whole table. */
export class PrintedNames {
  readonly grades: Rubric['grades'];
  readonly scales: Rubric['scales'];
  readonly inputs: Input[] = [];

  constructor({ grades, scales }: Pick<Grading, 'grades' | 'scales'>) {
    this.grades = [...grades];
    this.scales = { ...scales };
  }

  grade(title: string): string {
    const known = this.grades.find((grade) => grade.title === title);
    if (known) return known.code;
    const codes = this.grades.map(({ code }) => code);
    const code = gradeCode(title, codes);
    this.grades.push({ code, title });
    return code;
  }

  /** `scale`: its grades by their codes. */
  scale(scale: PrintedScale): string {
    const known = Object.entries(this.scales).find(([, each]) => isSame(each, scale));
    if (known) return known[0];
    const count = Object.keys(this.scales).length;
    const code = count === 0 ? 'judged' : `judged-${count + 1}`;
    this.scales[code] = scale;
    return code;
  }

  /** `id`: what the number is called where it is not known yet. */
  input(input: PrintedInput, id: string): string {
    const known = this.inputs.find(({ id: _, kind: __, ...each }) => isSame(each, input));
    if (known) return known.id;
    this.inputs.push({ id, kind: 'number', ...input });
    return id;
  }
}
