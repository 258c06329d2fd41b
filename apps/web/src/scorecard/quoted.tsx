import { quotedParts } from './quoted-parts.ts';

/** The rule's own words, with the phrases that spoke marked. */
export const Quoted = ({ text, quotes }: { text: string; quotes: readonly string[] }) => (
  <>{quotedParts(text, quotes).map(({ text: part, quoted, at }) => (quoted ? <mark key={at}>{part}</mark> : part))}</>
);
