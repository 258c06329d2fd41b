import type { ExplanationTree } from './explanation.ts';
import type { Language } from './wording.ts';

const WORDS = {
  zh: {
    rule: '规则：',
    inputs: '输入：',
    arithmetic: '算式：',
    beside: '另列，不计入合计：',
    follows: '评选与后果：',
    open: '（',
    close: '）',
  },
  en: {
    rule: 'rule: ',
    inputs: 'inputs: ',
    arithmetic: 'arithmetic: ',
    beside: 'beside the tree, in no sum:',
    follows: 'selections and consequences:',
    open: ' (',
    close: ')',
  },
};

const SEPARATOR = { zh: '；', en: '; ' };

/** An explanation in sentences, one line for a figure, what it is computed from indented below it. */
export function explanationText(tree: ExplanationTree, language: Language, depth = 0): string {
  const indent = '  '.repeat(depth);
  const words = WORDS[language];
  const inputs = tree.inputs.length > 0 ? [tree.inputs.map((each) => each[language]).join(SEPARATOR[language])] : [];
  const said = [
    `${indent}${tree.sentences[language]}`,
    `${indent}  ${words.rule}${tree.rule[language]}`,
    ...inputs.map((each) => `${indent}  ${words.inputs}${each}`),
    `${indent}  ${words.arithmetic}${tree.arithmetic[language]}`,
    ...tree.lines.map((line) => `${indent}  · ${line[language]}${cited(line.rulings, language)}`),
  ];
  const below = tree.parts.map((part) => explanationText(part, language, depth + 1));
  const under = (heading: string, trees: readonly ExplanationTree[]) =>
    trees.length === 0
      ? []
      : [`${indent}${heading}`, ...trees.map((each) => explanationText(each, language, depth + 1))];
  return [...said, ...below, ...under(words.beside, tree.beside), ...under(words.follows, tree.follows)].join('\n');
}

const cited = (rulings: readonly string[], language: Language): string =>
  rulings.length === 0
    ? ''
    : `${WORDS[language].open}${rulings.join(language === 'zh' ? '、' : ', ')}${WORDS[language].close}`;
