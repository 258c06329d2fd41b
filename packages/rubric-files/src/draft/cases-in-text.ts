/** A rate that the text of a line sets for each case: "被效能告诫的每例扣1分". */
export interface StatedRate {
  title: string;
  per: 'case' | 'occurrence';
  points: string;
  quote: string;
  adds: boolean;
}

const RATE =
  /([^，；。、（）：:;,]*?)(?:的)?\s*(每|一)\s*(例|起|件|次|项|人次|人)[^，；。扣加\d]{0,6}(扣|加)\s*(\d+(?:\.\d+)?)\s*分/g;

/** Every rate in a text, in its order; the quote is verbatim. */
export function ratesIn(text: string): StatedRate[] {
  return [...text.matchAll(RATE)].map(([quote, title = '', , unit = '', sign, points = '']) => ({
    title: title.trim() === '' ? quote.trim() : title.trim(),
    per: unit === '次' || unit === '人次' ? 'occurrence' : 'case',
    points,
    quote: quote.trim(),
    adds: sign === '加',
  }));
}
