import type { MeasureRow } from '../outline.ts';
import type { TemplateColumn } from '../template-sheets.ts';
import { type CellReading, readCell } from './template-cell.ts';
import { bare } from './wording.ts';

type Side = MeasureRow['side'];

const BEFORE: [RegExp, Side][] = [
  [/^(?:不低于|不少于|不小于|达到|大于等于|≥|>=)/, 'from'],
  [/^(?:不超过|不高于|不多于|不大于|小于等于|至多|最多|≤|<=)/, 'to'],
  [/^(?:超过|高于|多于|大于|>)/, 'above'],
  [/^(?:低于|少于|不足|不到|未满|小于|<)/, 'below'],
];
const BEHIND: [RegExp, Side][] = [
  [/(?:及|或|\(含\))?以上(?:\(含[^)]*\))?$/, 'from'],
  [/(?:及|或|\(含\))以下$|以下\(含[^)]*\)$/, 'to'],
  [/以下$/, 'below'],
];
const SIGNS: Record<Side, string> = { from: '', above: '>', to: '≤', below: '<' };

/** Where a band begins or ends, `90` or 不超过3, as a sign and the figure: `90`, `≤3`. `unit`: what the row counts in. */
export function readLimit(column: TemplateColumn, cell: string, unit: string): CellReading {
  const text = bare(cell);
  const [words, side] = [...BEFORE, ...BEHIND].find(([pattern]) => pattern.test(text)) ?? [/^$/, 'from' as const];
  const reading = readCell({ ...column, number: 'any' }, text.replace(words, ''), unit);
  return 'value' in reading ? { value: SIGNS[side] + reading.value } : reading;
}

/** The same taken apart. */
export function limitOf(written: string): Pick<MeasureRow, 'side' | 'figure'> {
  const side = (['above', 'to', 'below'] as const).find((each) => written.startsWith(SIGNS[each]));
  return side ? { side, figure: written.slice(1) } : { side: 'from', figure: written };
}

/** As people read it. */
export const limitWording = ({ side, figure }: Pick<MeasureRow, 'side' | 'figure'>): string =>
  `${{ from: '不低于 ', above: '高于 ', to: '不超过 ', below: '低于 ' }[side]}${figure}`;
