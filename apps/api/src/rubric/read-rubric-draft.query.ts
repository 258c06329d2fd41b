import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { obstaclesTo, type VersionName } from '@mofan/domain/rubric-draft/obstacles';
import { diffRubrics } from '@mofan/rubric/compare/diff';
import type { Rubric } from '@mofan/rubric/rubric';
import { RubricError } from '@mofan/rubric/rubric-error';
import { loadParsed } from '@mofan/rubric/load';
import { Accounts } from '@mofan/store/account';
import type { Database } from '@mofan/store/database';
import { canonicalJson, sha256 } from '@mofan/store/hash';
import type { RubricVersion } from '@mofan/store/rubric-library';
import { Rubrics } from '@mofan/store/rubrics';
import { DATABASE } from '../platform/database.module.ts';
import { Refused } from '../platform/problem.ts';
import { lintSigned } from './findings.ts';
import { draftRow, type DraftSignature } from './rubric-draft-row.ts';
import { readText, type ReadText } from './rubric-text.ts';
import { scaleBandsOf } from './scale-bands.ts';

export class ReadRubricDraft extends Query<RubricDraftDetail> {
  constructor(readonly draftId: string) {
    super();
  }
}

/** A table of a thousand lines takes seconds to check, and many people look at one text. */
const MOST_READINGS = 30;

type Reading = Pick<RubricDraftDetail, 'rubric' | 'fault' | 'findings' | 'scales' | 'changes' | 'obstacles'>;

@QueryHandler(ReadRubricDraft)
export class ReadRubricDraftHandler implements IQueryHandler<ReadRubricDraft> {
  /** by all that they depend on, the oldest first */
  private readonly readings = new Map<string, Reading>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly rubrics: Rubrics,
  ) {}

  async execute({ draftId }: ReadRubricDraft): Promise<RubricDraftDetail> {
    const row = await this.database.prisma.rubricDraft.findUnique({ where: { draftId } });
    if (!row) throw new Refused(404, 'rubric-draft.unknown');
    const nameOf = await this.accounts.namesOf([row.changedBy]);
    const signed = row.signatures as unknown as DraftSignature[];
    const base = row.basedOn === null ? undefined : await this.rubrics.find(row.basedOn);
    const versions = await this.rubrics.list();
    return {
      ...draftRow(row, nameOf),
      text: row.text,
      signed,
      ...this.reading(row.text, { signed, base, versions }),
    };
  }

  private reading(text: string, beside: Beside): Reading {
    const key = sha256(canonicalJson([text, beside.signed, beside.base?.hash, beside.versions]));
    const known = this.readings.get(key) ?? readingOf(text, beside);
    this.readings.set(key, known);
    const [oldest] = this.readings.keys();
    if (this.readings.size > MOST_READINGS) this.readings.delete(oldest!);
    return known;
  }
}

/** What a text is read against. */
interface Beside {
  signed: readonly DraftSignature[];
  base: RubricVersion | undefined;
  versions: readonly VersionName[];
}

const readingOf = (text: string, { signed, base, versions }: Beside): Reading => {
  const read = readText(text);
  if (!('rubric' in read)) return unread(read.fault);
  const { rubric } = read;
  const ids = rubric.rulings.items.map(({ id }) => id);
  const inForce = signed.map(({ id }) => id).filter((id) => ids.includes(id));
  return {
    rubric,
    fault: faultIn(read),
    ...findingsIn(rubric, inForce),
    changes: base ? changesOf(base, rubric) : [],
    obstacles: obstaclesTo(rubric, { signed: new Set(inForce), versions }),
  };
};

/** A draft has another version's name from its first day: that is no change that anybody made. */
const changesOf = ({ compiled: { published } }: RubricVersion, rubric: Rubric): Reading['changes'] =>
  diffRubrics({ ...published, version: rubric.version }, rubric).map(({ kind, part, place, zh, en }) => ({
    kind,
    part,
    place,
    zh,
    en,
  }));

const unread = (fault: Reading['fault']): Reading => ({
  rubric: null,
  fault,
  findings: [],
  scales: [],
  changes: [],
  obstacles: fault ? [{ code: 'rubric-draft.unsound', details: { fault: fault.code, place: `${fault.line}` } }] : [],
});

/** A table whose parts do not agree cannot be linted either: its fault says so. */
const findingsIn = (rubric: Rubric, inForce: readonly string[]): Pick<Reading, 'findings' | 'scales'> => {
  try {
    return { findings: lintSigned(rubric, inForce), scales: scaleBandsOf(rubric) };
  } catch (error) {
    if (error instanceof RubricError) return { findings: [], scales: [] };
    throw error;
  }
};

const faultIn = ({ rubric, faultOf }: ReadText): Reading['fault'] => {
  try {
    loadParsed(rubric, 'all');
    return null;
  } catch (error) {
    if (error instanceof RubricError) return faultOf(error);
    throw error;
  }
};
