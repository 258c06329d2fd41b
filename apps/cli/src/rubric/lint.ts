import { isOpen, lint, type Linted } from '@mofan/rubric/lint/lint';
import { findingWording } from '@mofan/rubric/lint/wording';
import { parseRubric } from '@mofan/rubric/content';
import type { Place } from '@mofan/rubric-files/yaml/places';
import { readInput, type InputFile } from './input-file.ts';
import { print } from './print.ts';
import { disagreeing, refusingRubric, rulingChoice } from './rubric-file.ts';

/** Prints every finding, the open ones first. Exit code 1 while one is open, 2 when the file cannot be used. */
export const runLint = (rubricFile: string, options: { rulings: string; json?: true }): void => {
  const file = readInput(rubricFile);
  const { table, found } = refusingRubric(
    file,
    () => ({
      table: parseRubric(file.value),
      found: lint(file.value, { rulings: rulingChoice(options.rulings) }),
    }),
    disagreeing,
  );
  const said = found.map((each) => ({
    ...each,
    ...findingWording(table, each.finding),
    ...placeOf(file, each),
    open: isOpen(each),
  }));
  const open = found.filter(isOpen).length;
  if (options.json) print(said);
  else said.forEach((each) => print(textOf(rubricFile, each)));
  if (!options.json) print(`共${found.length}处，待明确${open}处。\n${found.length} findings, ${open} open.`);
  if (open > 0) process.exitCode = 1;
};

/** A finding stands where its first line does. */
const placeOf = ({ places }: InputFile, { finding: { leaves } }: Linted): Place | undefined =>
  leaves[0] === undefined ? undefined : places.ofId(leaves[0]);

const textOf = (file: string, finding: Linted & { zh: string; en: string } & Partial<Place>): string => {
  const { zh, en, line, column } = finding;
  const [zhPlace, enPlace] = line === undefined ? ['', ''] : [`（第 ${line} 行）`, `${file}:${line}:${column}: `];
  return `${markOf(finding)} ${zh}${zhPlace}\n    ${enPlace}${en}`;
};

const MARKS = { error: '✗ 矛盾', warning: '! 存疑' } as const;

const markOf = ({ severity, settledBy }: Linted): string =>
  settledBy.length > 0 ? `✓ 已由 ${settledBy.join('、')} 明确` : MARKS[severity];
