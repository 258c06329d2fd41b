import { isOpen, lint, type Linted } from '@mofan/rubric/lint/lint';
import { rulingsFor } from '@mofan/rubric/lint/ruling-for';
import { findingWording } from '@mofan/rubric/lint/wording';
import { parseRubric } from '@mofan/rubric/content';
import type { Rubric, Ruling } from '@mofan/rubric/rubric';
import type { Place } from '@mofan/rubric-files/yaml/places';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';
import { readInput, type InputFile } from './input-file.ts';
import { print } from './print.ts';
import { disagreeing, refusingRubric, rulingChoice } from './rubric-file.ts';

/**
 * Prints every finding, the open ones first, and the rulings that would settle them. Exit code 1 while one is open, 2 when
 * the file cannot be used.
 */
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
  const open = found.filter(isOpen).length;
  // what readings settle that were left out on purpose needs no others
  const rulings = options.rulings === 'all' ? rulingsFor(table, found) : [];
  if (options.json) {
    print(
      found.map((each) => ({
        ...each,
        ...findingWording(table, each.finding),
        ...placeOf(file, each),
        open: isOpen(each),
        ruling: isOpen(each) ? rulingOf(rulings, each) : undefined,
      })),
    );
  } else {
    found.forEach((each) => print(textOf(file, table, each)));
    print(`共${found.length}处，待明确${open}处。\n${found.length} findings, ${open} open.`);
    if (rulings.length > 0) print(pasted(table, rulings));
  }
  if (open > 0) process.exitCode = 1;
};

/** The ruling that would settle a finding: it says so, or changes the rule of its line. */
const rulingOf = (rulings: readonly Ruling[], { finding: { code } }: Linted): Ruling | undefined =>
  rulings.find(({ settles }) => settles?.includes(code)) ??
  (code === 'deduction.unbounded' ? rulings.find(({ patch }) => patch !== undefined) : undefined);

/** A finding stands where its first line does. */
const placeOf = ({ places }: InputFile, { finding: { leaves } }: Linted): Place | undefined =>
  leaves[0] === undefined ? undefined : places.ofId(leaves[0]);

function textOf(file: InputFile, table: Rubric, each: Linted): string {
  const { zh, en } = findingWording(table, each.finding);
  const place = placeOf(file, each);
  const zhPlace = place ? `（第 ${place.line} 行）` : '';
  const enPlace = place ? `${file.file}:${place.line}:${place.column}: ` : '';
  return `${markOf(each)} [${each.finding.code}] ${zh}${zhPlace}\n    ${enPlace}${each.finding.code}: ${en}`;
}

const MARKS = { error: '✗ 矛盾', warning: '! 存疑' } as const;

const markOf = ({ severity, settledBy }: Linted): string =>
  settledBy.length > 0 ? `✓ 已由 ${settledBy.join('、')} 明确` : MARKS[severity];

/** As lines for the file itself: the whole part where it has no rulings yet, else what comes after its last one. */
function pasted({ rulings: { proposedOn, items } }: Rubric, rulings: readonly Ruling[]): string {
  const lines = writeYaml({ rulings: { proposedOn, items: rulings } })
    .trimEnd()
    .split('\n');
  const at = lines.findIndex((line) => line.trim() === 'items:') + 1;
  return items.length === 0
    ? `\n# 要以口径明确，用以下几行换下文件中的 rulings，改好 reading 后再检查一次\n# To settle them, put these lines in place of rulings, set the readings right and check again\n${lines.join('\n')}`
    : `\n# 要以口径明确，把以下几行接在 rulings 的 items 之后，改好 reading 后再检查一次\n# To settle them, add these lines to the items of rulings, set the readings right and check again\n${lines.slice(at).join('\n')}`;
}
