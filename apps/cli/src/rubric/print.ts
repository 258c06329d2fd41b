/** What others read word for word: text, or a value as JSON. */
export const print = (what: unknown): boolean =>
  process.stdout.write(`${typeof what === 'string' ? what : JSON.stringify(what, null, 2)}\n`);
