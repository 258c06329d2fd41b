import { askedIn, askedText } from '../expression/inputs.ts';
import { parseExpression } from '../expression/parse.ts';
import type { InputRead } from '../input-read.ts';

/** Of what a line read, what these of its expressions ask for; '' is none. */
export function inputsOfText(reads: readonly InputRead[], ...texts: readonly string[]): InputRead[] {
  const asked = new Set(
    texts.filter((text) => text !== '').flatMap((text) => askedIn(parseExpression(text)).map(askedText)),
  );
  return reads.filter(({ text }) => asked.has(text));
}
