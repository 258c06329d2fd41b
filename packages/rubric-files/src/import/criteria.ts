import { numberedParts, withoutMarker } from './numbering.ts';
import { type Explicitness, printedId } from './printed-ids.ts';
import { type Worth, takeWorth } from './points.ts';
import { joinLines, linesOf, narrow } from './wording.ts';

/** One title or criterion with the number printed before it, '' for none, and what it states of itself. */
export interface Part extends Worth {
  text: string;
  ownNumber: string;
  ambiguous: boolean;
}

/** What a cell of the last level holds. `guess`: a reading that people should look at. */
export interface Criteria {
  parts: Part[];
  guess: 'by-line' | 'kept-whole' | 'lead' | null;
}

/**
 * Reads the criteria in one cell. Numbered parts are criteria of their own when some state points, or when
 * `beside`, what the column of points says in this row, has nothing or as many lines.
 */
export function criteriaIn(text: string, beside: string): Criteria {
  const { lead, parts } = numberedParts(text);
  if (parts.length >= 2) {
    const worths = parts.filter((part) => takeWorth(joinPart(part)).worth.points !== null);
    const besides = linesOf(beside).length;
    const separate = worths.length > 0 || besides === 0 || besides === parts.length;
    if (!separate) return { parts: [whole(text)], guess: 'kept-whole' };
    const [first = [], ...rest] = parts;
    const led = lead.length > 0 ? [withLead(lead, first), ...rest.map(part)] : parts.map(part);
    return { parts: led, guess: lead.length > 0 ? 'lead' : null };
  }
  const lines = linesOf(text);
  const byLine = lines.length >= 2 && lines.every((line) => takeWorth(line).worth.points !== null);
  return byLine
    ? { parts: lines.map((line) => part([line])), guess: 'by-line' }
    : { parts: [part(lines)], guess: null };
}

/** A title of one cell as a whole; a last line that is so many points, `30分`, says what it is worth. */
export function titleIn(text: string): Part {
  const lines = linesOf(text);
  const last = lines.at(-1) ?? '';
  const stated = lines.length > 1 && /^\d{1,5}(?:\.\d{1,4})?\s{0,4}分$/.test(narrow(last));
  return part([joinLines(stated ? [...lines.slice(0, -1), `（${last}）`] : lines)]);
}

/** A cell that is one node and begins with its id; with `verbatim` no figure is taken out of its text. */
export function explicitPart(cell: string, { verbatim }: Explicitness): Part {
  const lines = linesOf(cell);
  const { id: ownNumber, text } = printedId(lines.join('\n')) ?? { id: '', text: lines.join('\n') };
  if (verbatim) return { ...wholeCell(text), ownNumber };
  const { text: rest, worth, ambiguous } = takeWorth(joinPart(linesOf(text)));
  return { text: rest, ownNumber, ...worth, ambiguous };
}

/** A cell that is one criterion, word for word. */
export const wholeCell = (cell: string): Part => ({
  text: linesOf(cell).join('\n'),
  ownNumber: '',
  points: null,
  weight: null,
  counts: 'points',
  ambiguous: false,
});

function part(lines: readonly string[]): Part {
  const { number, text } = withoutMarker(joinPart(lines));
  const { text: rest, worth, ambiguous } = takeWorth(text);
  return { text: rest, ownNumber: number, ...worth, ambiguous };
}

/** Several numbered lines that are one criterion: no number of theirs is its own. */
function whole(text: string): Part {
  const { text: rest, worth, ambiguous } = takeWorth(joinPart(linesOf(text)));
  return { text: rest, ownNumber: '', ...worth, ambiguous };
}

function withLead(lead: readonly string[], lines: readonly string[]): Part {
  const first = part(lines);
  return { ...first, text: `${joinPart(lead)}\n${first.text}` };
}

/** Lines that go on are joined; one with a number of its own keeps its line. */
const joinPart = (lines: readonly string[]): string =>
  lines
    .reduce<string[][]>((groups, line) => {
      if (groups.length === 0 || withoutMarker(line).number !== '') groups.push([line]);
      else groups.at(-1)?.push(line);
      return groups;
    }, [])
    .map(joinLines)
    .join('\n');
