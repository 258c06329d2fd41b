import { type Cell, originOf } from '../grid.ts';
import type { ReportEntry } from '../report.ts';
import { OfficeFileError } from '../office/office-file-error.ts';
import type { BodyRow } from './body-rows.ts';
import { type Criteria, type Part, criteriaIn, explicitPart, titleIn, wholeCell } from './criteria.ts';
import type { Draft } from './draft.ts';
import type { Explicitness } from './printed-ids.ts';
import { bare } from './wording.ts';

const MAX_NODES = 5000;

export interface TreeColumns {
  levels: number[];
  points: number[];
  explicit: Explicitness;
}

/** The tree of drafts; `sections` is the number of levels that stand above those of the columns. */
export interface DraftTree {
  children: Draft[];
  sections: number;
  report: ReportEntry[];
}

/** Builds the tree out of the rows: a filled cell begins a node, an empty, repeated or covered one goes on with it. */
export function buildTree(rows: readonly Cell[][], body: readonly BodyRow[], columns: TreeColumns): DraftTree {
  const styles = sectionStyles(body);
  const builder = new TreeBuilder(rows, columns, styles.length);
  for (const each of body) {
    if (each.kind === 'section') builder.section(each.row, each.cell, Math.max(0, styles.indexOf(each.style)));
    if (each.kind === 'entry') builder.entry(each.row);
  }
  return { children: builder.children, sections: styles.length, report: builder.report };
}

/** Sections numbered alike stand side by side; another style, where it first comes, is one level further down. */
const sectionStyles = (body: readonly BodyRow[]) => [
  ...new Set(body.flatMap((each) => (each.kind === 'section' ? [each.style] : []))),
];

class TreeBuilder {
  readonly children: Draft[] = [];
  readonly report: ReportEntry[] = [];
  /** the node that each level is in, the sections' levels first */
  private readonly current: (Draft | null)[];
  private count = 0;
  private readonly repeated = new Map<Draft, string>();

  constructor(
    private readonly rows: readonly Cell[][],
    private readonly columns: TreeColumns,
    private readonly sections: number,
  ) {
    this.current = Array.from({ length: sections + columns.levels.length }, () => null);
  }

  section(row: number, cell: Cell, level: number): void {
    this.begin(level, row, cell, titleIn(cell.text));
    this.reach(row);
  }

  entry(row: number): void {
    this.columns.levels.forEach((column, index) => {
      const cell = this.rows[row]?.[column];
      if (cell) this.read(cell, row, this.sections + index, index === this.columns.levels.length - 1);
    });
    this.reach(row);
  }

  private read(cell: Cell, row: number, level: number, last: boolean): void {
    const origin = originOf(this.rows, cell);
    if (cell.covered && origin.origin.row === row && origin.text.trim() !== '') this.leave(level);
    if (cell.covered || cell.text.trim() === '') return;
    const current = this.current[level];
    if (!last && current && this.repeated.get(current) === bare(cell.text)) return;
    const { parts, guess } = this.partsOf(cell, row, last);
    this.count += parts.length;
    if (this.count > MAX_NODES) throw new OfficeFileError('file.too-large', cell.place);
    for (const part of parts) this.begin(level, row, cell, part);
    if (guess) this.report.push({ kind: 'guessed', place: cell.place, ...GUESSES[guess](parts.length) });
  }

  private partsOf(cell: Cell, row: number, last: boolean): Criteria {
    const { explicit } = this.columns;
    if (explicit.ids) return { parts: [explicitPart(cell.text, explicit)], guess: null };
    if (!last) return { parts: [titleIn(cell.text)], guess: null };
    if (explicit.whole) return { parts: [wholeCell(cell.text)], guess: null };
    const beside = this.columns.points.map((column) => this.rows[row]?.[column]?.text ?? '');
    return criteriaIn(cell.text, beside.find((text) => text.trim() !== '') ?? '');
  }

  private begin(level: number, row: number, cell: Cell, part: Part): void {
    const { ambiguous, ...read } = part;
    this.leave(level);
    const parent = this.current.findLast((each) => each !== null) ?? null;
    const siblings = parent?.children ?? this.children;
    const before = siblings.at(-1);
    if (before?.level === level && CONTINUED.test(part.text) && part.text.replace(CONTINUED, '') === before.text) {
      this.current[level] = before;
      return;
    }
    const place = { level, from: row, to: row + 1, place: cell.place };
    const draft: Draft = { ...read, ...place, parent, children: [], extra: new Map() };
    siblings.push(draft);
    this.current[level] = draft;
    this.repeated.set(draft, bare(cell.text));
    if (ambiguous) this.report.push({ kind: 'not-understood', place: cell.place, ...SEVERAL_POINTS });
  }

  /** Ends the node of a level and all below it. */
  private leave(level: number): void {
    this.current.fill(null, level);
  }

  private reach(row: number): void {
    for (const draft of this.current) if (draft) draft.to = row + 1;
  }
}

/** A group goes on, as it does over the page. */
const CONTINUED = /\s*[（(]?续[)）]?$/;

const SEVERAL_POINTS = {
  zh: '文字中有几处分值，不知取哪一处',
  en: 'the text states points in several places: which one counts is not clear',
};

const GUESSES: Record<NonNullable<Criteria['guess']>, (count: number) => { zh: string; en: string }> = {
  'by-line': (count) => ({
    zh: `本格每行都写明分值，按 ${count} 条读入`,
    en: `each line of the cell states points: read as ${count} criteria`,
  }),
  'kept-whole': () => ({
    zh: '本格有几条编号内容而只有一个分值，按一条读入',
    en: 'several numbered lines share one figure of points: read as one criterion',
  }),
  lead: () => ({
    zh: '编号之前的文字并入第一条',
    en: 'the text before the first number was put to the first criterion',
  }),
};
