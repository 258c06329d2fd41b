import { createHash } from 'node:crypto';
import type { Attachment } from '@mofan/domain/evidence/messages';
import { idOf } from './identity.ts';
import { demonstrationPdf } from './pdf.ts';
import type { PlannedRecord } from './record.ts';
import { assessedUnits } from './units.ts';

const unitNames = new Map(assessedUnits.map(({ unitId, name }) => [unitId, name]));

/** A file that a record carries, its bytes included: they are small. */
export interface DemonstrationFile extends Attachment {
  unitId: string;
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** The page that a record carries as its proof; `name` sets it apart from others of the same record. */
export const demonstrationFile = (name: string, { title, unitId, occurredOn }: PlannedRecord): DemonstrationFile => {
  const bytes = demonstrationPdf(title, unitNames.get(unitId)!, occurredOn);
  return {
    fileId: idOf(`file ${name}`),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    unitId,
    name: `${title}（演示）.pdf`,
    mediaType: 'application/pdf',
    bytes,
  };
};

/** How a record refers to a file. */
export const referenceTo = ({ fileId, sha256, size }: DemonstrationFile): Attachment => ({ fileId, sha256, size });
