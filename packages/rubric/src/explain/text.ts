import type { ExplanationTree } from './explain.ts';

/** An explanation in sentences, one line for a figure, what it is computed from indented below it. */
export function explanationText(tree: ExplanationTree, language: 'zh' | 'en', depth = 0): string {
  const indent = '  '.repeat(depth);
  const [ruleWord, factsWord] = language === 'zh' ? ['规则：', '算式：'] : ['rule: ', 'arithmetic: '];
  const said = [
    `${indent}${tree.sentences[language]}`,
    `${indent}  ${ruleWord}${tree.rule[language]}`,
    `${indent}  ${factsWord}${tree.arithmetic}`,
    ...tree.lines.map((line) => `${indent}  · ${line[language]}${cited(line.facts, line.rulings)}`),
  ];
  return [...said, ...tree.parts.map((part) => explanationText(part, language, depth + 1))].join('\n');
}

const cited = (facts: readonly string[], rulings: readonly string[]): string => {
  const all = [...facts, ...rulings];
  return all.length === 0 ? '' : ` [${all.join(', ')}]`;
};
