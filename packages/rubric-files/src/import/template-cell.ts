import type { Wording } from '@mofan/rubric/explain/wording';
import type { TemplateColumn } from '../template-sheets.ts';
import { narrow } from './wording.ts';

/** What a cell of the template means, or why it means nothing. */
export type CellReading = { value: string } | { fault: Wording };

/** A filled cell of a column whose meaning is certain. `unit`: what the row calls the unit of its numbers, '' for none. */
export function readCell(column: TemplateColumn, cell: string, unit = ''): CellReading {
  const text = narrow(cell).trim();
  if (column.choice) return choiceIn(column.choice, column.also ?? {}, text);
  if (column.number === undefined) return { value: cell.trim() };
  return numberIn(column, text, column.unit === 'row' ? unit : (column.unit ?? ''));
}

function choiceIn(choice: readonly string[], also: Readonly<Record<string, string>>, text: string): CellReading {
  const said = text.replace(/\s+/g, '');
  if (choice.includes(said)) return { value: said };
  if (Object.hasOwn(also, said)) return { value: also[said]! };
  return {
    fault: {
      zh: `“${text}”不在可选词中，可选：${choice.join('、')}`,
      en: `“${text}” is not among the words to choose from: ${choice.join(', ')}`,
    },
  };
}

const FIGURE = /^(?<figure>\d{1,9}(?:\.\d{1,6})?)\s*(?<unit>\D*)$/;

function numberIn({ number }: TemplateColumn, text: string, unit: string): CellReading {
  const { figure, unit: behind = '' } = FIGURE.exec(text)?.groups ?? {};
  const positive = number === 'positive';
  const value = Number(figure);
  if (figure === undefined || (behind !== '' && behind !== unit) || (positive && value === 0))
    return { fault: notThatNumber(text, positive) };
  if (unit === '%' && behind === '' && value > 0 && value <= 1) return { fault: partOrPercent(figure) };
  return { value: figure };
}

const notThatNumber = (text: string, positive: boolean): Wording =>
  positive
    ? { zh: `“${text}”不是大于 0 的数，应填大于 0 的数`, en: `“${text}” is no number above 0, which belongs here` }
    : { zh: `“${text}”不是数，应填 0 或大于 0 的数`, en: `“${text}” is no number; 0 or more belongs here` };

const partOrPercent = (figure: string): Wording => {
  const hundredfold = Number((Number(figure) * 100).toPrecision(15));
  return {
    zh: `“${figure}”是 ${figure}% 还是 ${hundredfold}% 不清楚，请连同“%”填写`,
    en: `“${figure}” may be ${figure}% or ${hundredfold}%: write it with its %`,
  };
};

/** Why a row of a sheet of rules is not used, with all that it holds. */
export const rowNotRead = ({ zh, en }: Wording, said: string): Wording => ({
  zh: `${zh}；整行未读入：${said}`,
  en: `${en}; the row was not read: ${said}`,
});

/** The number by which the sheets call a line, however it is written: `１`, `第1条`, `1.`; what is none stays as it is. */
export const lineNumber = (cell: string): string => {
  const text = narrow(cell).trim();
  const [, digits] = /^第?\s*0*(\d{1,6})\s*[条号.、]?$/.exec(text) ?? [];
  return digits ?? text;
};
