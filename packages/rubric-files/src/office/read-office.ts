import type { Grid } from '../grid.ts';
import { openOffice } from './office-zip.ts';
import { readDocx } from './read-docx.ts';
import { readXlsx } from './read-xlsx.ts';

/**
 * The tables of a .docx or the visible sheets of an .xlsx, from untrusted hands.
 * Throws OfficeFileError for what is not read: see its codes.
 */
export async function readOffice(bytes: Uint8Array): Promise<Grid[]> {
  const zip = await openOffice(bytes);
  return zip.kind === 'docx' ? readDocx(zip) : readXlsx(zip);
}
