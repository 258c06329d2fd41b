import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { Accounts } from '@mofan/store/account';
import type { Database } from '@mofan/store/database';
import { canonicalJson, sha256 } from '@mofan/store/hash';
import { Rubrics } from '@mofan/store/rubrics';
import { DATABASE } from '../platform/database.module.ts';
import { Refused } from '../platform/problem.ts';
import { CheckThreads, isBeyondLimits } from './check/check-threads.ts';
import { LatestRun, Superseded } from './check/latest-run.ts';
import type { Beside, Reading } from './check/tasks.ts';
import { isUnchecked, unchecked } from './check/unchecked.ts';
import { draftRow, type DraftSignature } from './rubric-draft-row.ts';

export class ReadRubricDraft extends Query<RubricDraftDetail> {
  constructor(
    readonly draftId: string,
    readonly leaving: AbortSignal,
  ) {
    super();
  }
}

/** A table of a thousand lines takes a while to check, and many people look at one text. */
const MOST_READINGS = 30;

@QueryHandler(ReadRubricDraft)
export class ReadRubricDraftHandler implements IQueryHandler<ReadRubricDraft> {
  /** by all that they depend on, the oldest first */
  private readonly readings = new Map<string, Reading>();
  private readonly runs = new LatestRun<Reading>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly rubrics: Rubrics,
    private readonly threads: CheckThreads,
  ) {}

  /** A text that is revised while it is checked is looked at anew: the answer is of the newer one. */
  async execute(query: ReadRubricDraft): Promise<RubricDraftDetail> {
    for (;;) {
      try {
        return await this.detail(query);
      } catch (error) {
        if (!(error instanceof Superseded)) throw error;
      }
    }
  }

  private async detail({ draftId, leaving }: ReadRubricDraft): Promise<RubricDraftDetail> {
    const row = await this.database.prisma.rubricDraft.findUnique({ where: { draftId } });
    if (!row) throw new Refused(404, 'rubric-draft.unknown');
    const nameOf = await this.accounts.namesOf([row.changedBy]);
    const signed = row.signatures as unknown as DraftSignature[];
    const base = row.basedOn === null ? undefined : await this.rubrics.find(row.basedOn);
    const versions = await this.rubrics.list();
    const key = sha256(canonicalJson([row.text, signed, base?.hash, versions]));
    const beside = { signed, base: base?.compiled.published, versions };
    const reading = this.readings.get(key) ?? (await this.read(draftId, key, row.text, beside, leaving));
    return { ...draftRow(row, nameOf), text: row.text, signed, ...reading };
  }

  private async read(draftId: string, key: string, text: string, beside: Beside, leaving: AbortSignal) {
    const check = (signal: AbortSignal) => this.checked(text, beside, signal);
    const reading = await this.runs.of(draftId, key, check, leaving);
    if (isUnchecked(reading)) return reading; // another time it may be checked in time
    this.readings.set(key, reading);
    const [oldest] = this.readings.keys();
    if (this.readings.size > MOST_READINGS) this.readings.delete(oldest!);
    return reading;
  }
  /** What was saved can be looked at, though its check may never end within the limits. */
  private async checked(text: string, beside: Beside, signal: AbortSignal): Promise<Reading> {
    try {
      return await this.threads.run('check', { text, beside }, signal);
    } catch (error) {
      if (!isBeyondLimits(error)) throw error;
      return unchecked(await this.threads.run('read', text, signal));
    }
  }
}
