import { changeWording, diffRubrics } from '@mofan/rubric/compare/diff';
import { type Moved, whatIf } from '@mofan/rubric/compare/what-if';
import { parseRubric } from '@mofan/rubric/content';
import { readFactsFile } from './facts-file.ts';
import { readInput } from './input-file.ts';
import { print } from './print.ts';
import { loadFile, refusingRubric } from './rubric-file.ts';

/** Prints what changed from one version to another, in words, or as JSON. */
export const runDiff = (olderFile: string, newerFile: string, options: { json?: true }): void => {
  const [older, newer] = [olderFile, newerFile].map((name) => {
    const file = readInput(name);
    return refusingRubric(file, () => parseRubric(file.value));
  });
  const changes = diffRubrics(older!, newer!);
  const said = changes.map((change) => ({ ...change, ...changeWording(change) }));
  if (options.json) print(said);
  else if (said.length === 0) print('没有变化。\nNothing changed.');
  else said.forEach(({ zh, en }) => print(`${zh}\n    ${en}`));
};

/** Prints who has what under either table, and the rules that make the difference. */
export const runWhatIf = (fileA: string, fileB: string, factsFile: string, options: { json?: true }): void => {
  const [a, b] = [loadFile(fileA), loadFile(fileB)];
  const moved = whatIf(a, b, readFactsFile(factsFile).units);
  if (options.json) print(moved);
  else moved.forEach((unit) => print(sentence(unit)));
};

const sentence = ({ unit, before, after, change, lines }: Moved): string => {
  const figure = ({ floor, ceiling, grade, place }: Moved['before']) =>
    `${floor === ceiling ? floor : `${floor}–${ceiling}`}${grade === null ? '' : ` ${grade}`}（第${place}）`;
  const head = `${unit === '' ? '' : `${unit}：`}${figure(before)} → ${figure(after)}${change === null ? '' : `，差 ${change}`}`;
  const rows = lines.map(({ line, before: was, after: is, rules }) => {
    const rule = rules.after?.zh ?? '无此条';
    return `    ${line}：${was ?? '无'} → ${is ?? '无'}\n        原：${rules.before?.zh ?? '无此条'}\n        新：${rule}`;
  });
  return [head, ...rows].join('\n');
};
