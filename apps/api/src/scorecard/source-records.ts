import { Injectable } from '@nestjs/common';
import type { LineSource } from '@mofan/contracts/scorecard';
import { decodeEvent } from '@mofan/domain/events';
import type { EvidenceStatus } from '@mofan/domain/evidence/evidence';
import type { EvidenceContent } from '@mofan/domain/evidence/messages';
import type { LeafScore } from '@mofan/rubric/scorecard';
import type { RecordedEvent } from '@mofan/store/event-log';
import { Files } from '@mofan/store/files';
import type { UnitHistory } from '@mofan/store/unit-history';
import { fileRow } from '../file/file-row.ts';

/** A drawer that lists hundreds of records explains nothing; the register has them all. */
const MOST_RECORDS = 50;
const MOST_EVENTS = 100;

interface KnownRecord extends EvidenceContent {
  evidenceId: string;
  status: EvidenceStatus;
  events: RecordedEvent[];
}

/** The pieces of evidence behind one line, as they stood at the time of the history. */
@Injectable()
export class SourceRecords {
  constructor(private readonly files: Files) {}

  async behind(leaf: LeafScore, history: UnitHistory) {
    const counted = new Set(
      leaf.contributions.flatMap((part) => (part.kind === 'count' || part.kind === 'evidence' ? part.facts : [])),
    );
    const all = recordsIn(history)
      .filter(({ evidenceId, criteria }) => counted.has(evidenceId) || criteria.includes(leaf.id))
      .toSorted((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1));
    const shown = all.slice(0, MOST_RECORDS);
    const files = await this.files.find(shown.flatMap(({ attachments }) => attachments.map(({ fileId }) => fileId)));
    const latest: LineSource['records'] = shown.map((record) => ({
      evidenceId: record.evidenceId,
      kind: record.kind,
      title: record.title,
      occurredOn: record.occurredOn,
      session: record.session,
      status: record.status,
      files: record.attachments.flatMap(({ fileId }) => {
        const file = files.get(fileId);
        return file ? [fileRow(file)] : [];
      }),
    }));
    return {
      latest,
      total: all.length,
      titles: new Map(all.map(({ evidenceId, title }) => [evidenceId, title])),
      events: all
        .flatMap(({ events }) => events)
        .toSorted((a, b) => a.position - b.position)
        .slice(-MOST_EVENTS),
    };
  }
}

const recordsIn = ({ events }: UnitHistory): KnownRecord[] => {
  const records = new Map<string, KnownRecord>();
  const change = (evidenceId: string, recorded: RecordedEvent, status: EvidenceStatus) => {
    const record = records.get(evidenceId);
    if (record) records.set(evidenceId, { ...record, status, events: [...record.events, recorded] });
  };
  for (const recorded of events) {
    if (!recorded.stream.startsWith('evidence-')) continue;
    const event = decodeEvent(recorded);
    switch (event.type) {
      case 'EvidenceSubmitted':
      case 'EvidenceResubmitted': {
        const earlier = records.get(event.evidenceId)?.events ?? [];
        records.set(event.evidenceId, { ...event, status: 'submitted', events: [...earlier, recorded] });
        break;
      }
      case 'EvidenceReturned':
        change(event.evidenceId, recorded, 'returned');
        break;
      case 'EvidenceAccepted':
        change(event.evidenceId, recorded, 'accepted');
        break;
      case 'EvidenceWithdrawn':
        change(event.evidenceId, recorded, 'withdrawn');
        break;
    }
  }
  return [...records.values()];
};
