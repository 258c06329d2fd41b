const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u;

/** Full-width ASCII as half-width, character by character: positions stay the same. */
export const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

/** The lines that hold something, without indents. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One line of several, which were broken for room alone: a space stands only between two that are not Chinese. */
export const joinLines = (lines: readonly string[]): string =>
  lines
    .map((line, index) => {
      const before = lines[index - 1]?.at(-1);
      const spaced = before !== undefined && !CHINESE.test(before) && !CHINESE.test(line.at(0) ?? '');
      return (spaced ? ' ' : '') + line;
    })
    .join('');

/** A text without any white space, full-width letters narrowed: what headings and labels are compared by. */
export const bare = (text: string): string => narrow(text).replace(/\s+/g, '');
