import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LineSource } from '@mofan/contracts/scorecard';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import { explainLeaf } from '@mofan/rubric/explain/explain';
import { type Audience, type LeafScore, type Scorecard, lineIn } from '@mofan/rubric/scorecard';
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
  lineId: string;
  language: 'zh' | 'en';
}

export class ReadLineSource extends Query<LineSource> {
  constructor(
    readonly asked: Asked,
    readonly moment: Moment,
    readonly audience: Audience,
  ) {
    super();
  }
}

@QueryHandler(ReadLineSource)
export class ReadLineSourceHandler implements IQueryHandler<ReadLineSource> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly directory: Directory,
    private readonly records: SourceRecords,
    private readonly trails: Trails,
  ) {}

  async execute({ asked, moment, audience }: ReadLineSource): Promise<LineSource> {
    const { cycleId, unitId, lineId, language } = asked;
    await this.directory.participation(asked);
    const { pool, log } = this.database;
    const subject = { cycleId, unitId, asOf: moment.asOf, ...moment.past };
    const history = await readUnitHistory({ models: pool, log }, subject);
    const scorecard = scorecardOf(history, audience);
    const line = lineIn(scorecard, lineId);
    if (!line) throw new Refused(404, 'not-found');

    const { compiled } = history.rubric;
    const explanation = explainLeaf(compiled, scorecard, lineId);
    const behind = 'byRule' in line ? await this.behindLeaf(line, history, cycleId) : NOTHING_OF_ITS_OWN;
    const trail = await this.trails.of(behind.events);
    const last = 'byRule' in line ? behind.events : history.events;

    return {
      line,
      text: explanation.text,
      rule: explanation.rule[language],
      arithmetic: explanation.arithmetic[language],
      inputs: explanation.inputs.map((input) => input[language]),
      sentences: [explanation.sentences[language], ...explanation.lines.map((said) => said[language])],
      parts: partsOf(compiled, scorecard, lineId),
      quotes: explanation.quotes.map(({ from, to }) => explanation.text.slice(from, to)),
      rulings: await this.rulingsOn(line, history.rubric),
      records: behind.records,
      recordsTotal: behind.recordsTotal,
      cases: behind.cases,
      trail: trail.map((entry, n) => {
        const subjectId = idIn(behind.events[n]!.stream);
        return { ...entry, subjectId, subject: behind.titles.get(subjectId) ?? '' };
      }),
      dayBefore: dayBefore(history, { cycleId, unitId, lineId, audience }, last),
    };
  }

  /** The records and cases that speak on a criterion, and the events that made them. */
  private async behindLeaf(leaf: LeafScore, history: UnitHistory, cycleId: string): Promise<Behind> {
    const records = await this.records.behind(leaf, history);
    const charged = leaf.byRule ? chargedIn(history, cycleId) : [];
    const amounts = amountsOn([leaf]);
    const documents = charged.map(({ confirmed }) => [confirmed.incidentId, confirmed.documentNumber] as const);
    return {
      records: records.latest,
      recordsTotal: records.total,
      cases: charged.map((one) => chargedCase(one, amounts.get(one.confirmed.incidentId))),
      events: byPosition([...records.events, ...charged.flatMap((one) => one.events)]),
      titles: new Map([...documents, ...records.titles]),
    };
  }

  /** What the line was read with, and what else was ruled on it. */
  private async rulingsOn({ id: lineId }: { id: string }, version: RubricVersion): Promise<LineSource['rulings']> {
    const { items, proposedOn } = version.compiled.published.rulings;
    const signatures = await signaturesOf(this.database, this.accounts, version);
    return items
      .filter(({ leaves }) => leaves.includes(lineId))
      .map(({ id, reading }) => ({ id, reading, proposedOn, signed: signatures.get(id) ?? null }));
  }
}

type Behind = Pick<LineSource, 'records' | 'recordsTotal' | 'cases'> & {
  events: RecordedEvent[];
  titles: ReadonlyMap<string, string>;
};

/** A group is made of its parts alone; each of them has its own facts. */
const NOTHING_OF_ITS_OWN: Behind = { records: [], recordsTotal: 0, cases: [], events: [], titles: new Map() };

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

/** What a group or the total is made of, in the table's order. */
function partsOf(rubric: CompiledRubric, scorecard: Scorecard, lineId: string): LineSource['parts'] {
  const children = rubric.inOrder.find(({ id }) => id === lineId)?.children ?? [];
  return children.map(({ id }) => {
    const { points, floor, ceiling } = lineIn(scorecard, id)!;
    return { id, text: explainLeaf(rubric, scorecard, id).text, points, floor, ceiling };
  });
}
