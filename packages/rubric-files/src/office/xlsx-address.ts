import type { PlacedCell } from '../grid.ts';

/** `B3` of row 2, column 1. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** The column, from 0, of an address such as `AB12`. */
export function columnOf(address: string): number {
  const letters = /^[A-Z]*/.exec(address)?.[0] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Where `A1:C4` begins and how far it reaches. */
export function areaOf(reference: string): Omit<PlacedCell, 'text'> {
  const [from = '', to = from] = reference.split(':');
  const [row, column] = [rowOf(from), columnOf(from)];
  return { row, column, rowSpan: rowOf(to) - row + 1, colSpan: columnOf(to) - column + 1 };
}

const rowOf = (address: string): number => Number(address.replace(/^[A-Z]*/, '')) - 1;
