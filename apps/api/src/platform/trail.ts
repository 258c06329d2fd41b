import { Injectable } from '@nestjs/common';
import type { TrailEntry } from '@mofan/contracts/evidence';
import { decodeEvent, type DomainEvent } from '@mofan/domain/events';
import { Accounts } from '@mofan/store/account';
import type { RecordedEvent } from '@mofan/store/event-log';
import type { z } from 'zod';

export type Trail = z.infer<typeof TrailEntry>[];

/** Histories as people read them: who did what and when, numbered within their own stream. */
@Injectable()
export class Trails {
  constructor(private readonly accounts: Accounts) {}

  async of(events: readonly RecordedEvent[]): Promise<Trail> {
    const nameOf = await this.accounts.namesOf(events.map(({ actor }) => actor));
    return events.map((event) => ({
      n: event.version,
      type: event.type,
      at: event.recordedAt,
      actor: nameOf(event.actor),
      details: detailsOf(decodeEvent(event)),
    }));
  }
}

/** The values that a sentence about the event shows. Opaque references are none of them. */
const detailsOf = (event: DomainEvent): Record<string, string> => {
  switch (event.type) {
    case 'EvidenceReturned':
    case 'EvidenceWithdrawn':
      return { reason: event.reason };
    case 'IncidentRecorded':
    case 'IncidentCorrected':
    case 'IncidentConfirmed': {
      const { category, role, documentNumber, effectiveOn } = event;
      return { category, role, documentNumber, effectiveOn };
    }
    case 'IncidentReversed':
      return { reason: event.reason, outcomeDocument: event.outcomeDocument };
    default:
      return {};
  }
};
