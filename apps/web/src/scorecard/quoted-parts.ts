interface Part {
  at: number;
  text: string;
  quoted: boolean;
}

/** Cuts a text where quotes of it begin and end. A quote that does not stand in the text is passed over. */
export const quotedParts = (text: string, quotes: readonly string[]): Part[] => {
  const spans = quotes
    .map((quote) => ({ from: quote ? text.indexOf(quote) : -1, to: text.indexOf(quote) + quote.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const parts: Part[] = [];
  let at = 0;
  const cut = (to: number, quoted: boolean) => {
    if (to <= at) return;
    parts.push({ at, text: text.slice(at, to), quoted });
    at = to;
  };
  for (const { from, to } of spans) {
    cut(from, false);
    cut(to, true);
  }
  cut(text.length, false);
  return parts;
};
