import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LeafSource } from '@mofan/contracts/scorecard';
import { explainLeaf } from '@mofan/rubric/explain/explain';
import type { Audience, LeafScore } from '@mofan/rubric/scorecard';
import { Accounts } from '@mofan/store/account';
import type { Database } from '@mofan/store/database';
import type { RecordedEvent } from '@mofan/store/event-log';
import type { RubricVersion } from '@mofan/store/rubric-library';
import { readUnitHistory, scorecardOf, type UnitHistory } from '@mofan/store/unit-history';
import { amountsOn, chargedCase, chargedHistory } from '../incident/charged-case.ts';
import type { Moment } from '../platform/as-of.ts';
import { DATABASE } from '../platform/database.module.ts';
import { Directory } from '../platform/directory.ts';
import { Refused } from '../platform/problem.ts';
import { Trails } from '../platform/trail.ts';
import { signaturesOf } from '../rubric/signatures.ts';
import { dayBefore } from './day-before.ts';
import { SourceRecords } from './source-records.ts';

interface Asked {
  cycleId: string;
  unitId: string;
  leafId: string;
  language: 'zh' | 'en';
}

export class ReadLeafSource extends Query<LeafSource> {
  constructor(
    readonly asked: Asked,
    readonly moment: Moment,
    readonly audience: Audience,
  ) {
    super();
  }
}

@QueryHandler(ReadLeafSource)
export class ReadLeafSourceHandler implements IQueryHandler<ReadLeafSource> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly directory: Directory,
    private readonly records: SourceRecords,
    private readonly trails: Trails,
  ) {}

  async execute({ asked, moment, audience }: ReadLeafSource): Promise<LeafSource> {
    const { cycleId, unitId, leafId, language } = asked;
    await this.directory.participation(asked);
    const { pool, log } = this.database;
    const subject = { cycleId, unitId, asOf: moment.asOf, ...moment.past };
    const history = await readUnitHistory({ models: pool, log }, subject);
    const scorecard = scorecardOf(history, audience);
    const leaf = scorecard.leaves.find(({ id }) => id === leafId);
    if (!leaf) throw new Refused(404, 'not-found');

    const explanation = explainLeaf(history.rubric.compiled, scorecard, leafId);
    const records = await this.records.behind(leaf, history);
    const charged = leaf.byRule ? chargedIn(history, cycleId) : [];
    const amounts = amountsOn([leaf]);
    const events = byPosition([...records.events, ...charged.flatMap((one) => one.events)]);
    const trail = await this.trails.of(events);

    return {
      leaf,
      arithmetic: explanation.arithmetic[language],
      sentences: [explanation.sentences[language], ...explanation.lines.map((line) => line[language])],
      quotes: explanation.quotes.map(({ from, to }) => explanation.text.slice(from, to)),
      rulings: await this.rulingsOn(leaf, history.rubric),
      records: records.latest,
      recordsTotal: records.total,
      cases: charged.map((one) => chargedCase(one, amounts.get(one.confirmed.incidentId))),
      trail: trail.map((entry, n) => {
        const subjectId = idIn(events[n]!.stream);
        return { ...entry, subjectId, subject: records.titles.get(subjectId) ?? titleOf(charged, subjectId) };
      }),
      dayBefore: dayBefore(history, { cycleId, unitId, leafId, audience }, events),
    };
  }

  /** What the line was read with, and what else was ruled on it. */
  private async rulingsOn(leaf: LeafScore, version: RubricVersion): Promise<LeafSource['rulings']> {
    const { items, proposedOn } = version.compiled.published.rulings;
    const signatures = await signaturesOf(this.database, this.accounts, version);
    return items
      .filter(({ leaves }) => leaves.includes(leaf.id))
      .map(({ id, reading }) => ({ id, reading, proposedOn, signed: signatures.get(id) ?? null }));
  }
}

type Charged = NonNullable<ReturnType<typeof chargedHistory>>;

/** Every case that has ever counted in the cycle, reversed ones too. */
const chargedIn = ({ events }: UnitHistory, cycleId: string): Charged[] => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    if (event.stream.startsWith('incident-')) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  return [...streams.values()].flatMap((history) => {
    const charged = chargedHistory(history);
    return charged?.confirmed.cycleId === cycleId ? [charged] : [];
  });
};

const byPosition = (events: RecordedEvent[]) => events.toSorted((a, b) => a.position - b.position);

/** evidence-… and incident-… end in the uuid of what they are the stream of. */
const idIn = (stream: string) => stream.slice(stream.indexOf('-') + 1);

const titleOf = (charged: Charged[], incidentId: string): string =>
  charged.find(({ confirmed }) => confirmed.incidentId === incidentId)?.confirmed.documentNumber ?? '';
