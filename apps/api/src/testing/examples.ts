import { randomUUID } from 'node:crypto';
import type { InputOf } from '@mofan/contracts/api';
import type { FileRow } from '@mofan/contracts/file';
import { daysAgo, CYCLE, OWN } from './world.ts';

type EvidenceBody = InputOf<'POST /api/evidence'>['body'];
type IncidentBody = InputOf<'POST /api/incidents'>['body'];

/** A 集中学习 of today, counted for 2.1 and 2.2. */
export const evidenceOf = (change: Partial<EvidenceBody> = {}): EvidenceBody => ({
  evidenceId: randomUUID(),
  cycleId: CYCLE,
  unitId: OWN,
  kind: 'group-study-session',
  title: '集中学习：党的二十大报告',
  occurredOn: daysAgo(0),
  session: 1,
  attendance: { present: 18, due: 20 },
  criteria: ['2.1', '2.2'],
  attachments: [],
  ...change,
});

/** One 效能告诫 with its document number. */
export const incidentOf = (change: Partial<IncidentBody> = {}): IncidentBody => ({
  incidentId: randomUUID(),
  unitId: OWN,
  category: 'efficiency-admonition',
  role: 'staff',
  personRef: randomUUID(),
  actRef: randomUUID(),
  documentNumber: '乐市政效〔2026〕5号',
  actOn: daysAgo(9),
  effectiveOn: daysAgo(2),
  learnedOn: daysAgo(1),
  ...change,
});

export const attachmentOf = ({ fileId, sha256, size }: FileRow) => ({ fileId, sha256, size });

interface Part {
  name?: string;
  filename?: string;
  data: Buffer | string;
}

const BOUNDARY = 'mofan-test-boundary';

/** The body and the headers of a form with these parts. */
export const form = (...parts: Part[]) => ({
  body: Buffer.concat([
    ...parts.flatMap(({ name = 'file', filename, data }) => [
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"` +
          `${filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: application/octet-stream`}\r\n\r\n`,
      ),
      Buffer.from(data),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]),
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
});

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
