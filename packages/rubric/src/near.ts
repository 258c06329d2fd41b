/**
 * The known names that a word may have been meant to be: the same but for one slip of the pen (a letter too many,
 * missing, another, or two in the wrong order), whatever the case.
 */
export const nearTo = (word: string, known: Iterable<string>): string[] =>
  [...new Set(known)].filter((name) => isNear(word.toLowerCase(), name.toLowerCase()));

/** What is left between the beginning and the end that two words share is one slip, two letters at most. */
function isNear(word: string, name: string): boolean {
  const shorter = Math.min(word.length, name.length);
  if (shorter < 2) return word === name;
  let begin = 0;
  while (begin < shorter && word[begin] === name[begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && word.at(-1 - end) === name.at(-1 - end)) end += 1;
  const [wordRest, nameRest] = [word.slice(begin, word.length - end), name.slice(begin, name.length - end)];
  if (wordRest.length < 2 && nameRest.length < 2) return begin + end > 0;
  return wordRest.length === 2 && nameRest === `${wordRest[1]}${wordRest[0]}`;
}
