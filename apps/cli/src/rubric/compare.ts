import { diffRubrics } from '@mofan/rubric/diff/diff';
import { whatIf } from '@mofan/rubric/what-if/what-if';
import { whatIfText } from '@mofan/rubric/what-if/what-if-text';
import { type Content, readContent } from '@mofan/rubric/content';
import { readFactsFile } from './facts-file.ts';
import { readInput } from './input-file.ts';
import { print } from './print.ts';
import { loadFile, refusingRubric } from './rubric-file.ts';

/** How a comparison is printed. */
type Form = 'zh' | 'en' | 'json';

/** Prints what changed from one version to another, change by change, in words or as JSON. */
export const runDiff = (olderFile: string, newerFile: string, { as }: { as: Form }): void => {
  const [older, newer] = [contentOf(olderFile), contentOf(newerFile)];
  const changes = diffRubrics(older.rubric, newer.rubric);
  if (as === 'json') print(changes);
  else if (changes.length === 0) print(older.canonical === newer.canonical ? SAME[as] : SAME_BUT_SCHEMA[as]);
  else changes.forEach((change) => print(change[as]));
};

const SAME = { zh: '没有变化。', en: 'Nothing changed.' };
const SAME_BUT_SCHEMA = {
  zh: '内容没有变化，只是书写的格式不同。',
  en: 'The contents say the same, written in another schema.',
};

const contentOf = (name: string): Content => {
  const file = readInput(name);
  return refusingRubric(file, () => readContent(file.value));
};

/** Prints who moves under the other table and why, and whom its selections choose, in words or as JSON. */
export const runWhatIf = (fileA: string, fileB: string, factsFile: string, { as }: { as: Form }): void => {
  const [a, b] = [loadFile(fileA), loadFile(fileB)];
  const { units, declared } = readFactsFile(factsFile);
  const asked = whatIf(a, b, units, declared);
  print(as === 'json' ? asked : whatIfText(asked, as));
};
