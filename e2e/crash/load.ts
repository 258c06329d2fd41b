import { randomUUID } from 'node:crypto';
import { Person, type Answer } from './client.ts';
import { diceOf } from './dice.ts';

/** An acknowledged command: what the log must hold, exactly once, at that version of that stream. */
export interface Acknowledged {
  stream: string;
  type: string;
  version: number;
}

export interface Office {
  cycleId: string;
  today: string;
  units: readonly string[];
  password: string;
}

/** The outside journal, and what the clients without keys meant to do. */
export class Journal {
  readonly acknowledged: Acknowledged[] = [];
  naiveIntents = 0;
  readonly refused: string[] = [];

  note(stream: string, type: string, { status, body }: Answer): void {
    if (status >= 200 && status < 300) this.acknowledged.push({ stream, type, version: body.version! });
    else this.refused.push(`${stream} ${type}: ${status} ${body.code}`);
  }
}

const NAIVE = 'naive';
export const isNaive = (data: { title?: string }) => data.title === NAIVE;

/** People at work until `stopped`: each waits for the answer to one command before the next. */
export const startLoad = (port: number, office: Office, journal: Journal, seed: number) => {
  const state = { stopped: false };
  const persons: Person[] = [];
  const person = (login: string, n: number) => {
    const one = new Person(port, login, office.password, diceOf(seed + n));
    persons.push(one);
    return one;
  };
  const loop = async (work: () => Promise<void>) => {
    while (!state.stopped) await work();
  };
  const loops = [
    ...office.units.map((unitId, n) => {
      const [secretary, clerk] = [person(`secretary-${unitId}`, n), person('clerk', 100 + n)];
      return loop(() => oneRecord(office, unitId, secretary, clerk, journal));
    }),
    ...[0, 1].map((n) => {
      const [registrar, confirmer] = [person('registrar', 200 + n), person('confirmer', 300 + n)];
      return loop(() => oneIncident(office, registrar, confirmer, journal));
    }),
    loop(() => oneNaive(office, person(`secretary-${office.units[0]}`, 400), journal, state)),
  ];
  return {
    retries: () => persons.reduce((sum, { retries }) => sum + retries, 0),
    stop: async () => {
      state.stopped = true;
      await Promise.all(loops);
    },
  };
};

const contentOf = ({ today }: Office, title: string) => ({
  kind: 'group-study-session',
  title,
  occurredOn: today,
  session: 1,
  attendance: null,
  criteria: ['2.1', '2.2'],
  attachments: [],
});

/** 报 → 退回 → 补正 → 采信, or a part of it. */
const oneRecord = async (office: Office, unitId: string, secretary: Person, clerk: Person, journal: Journal) => {
  const evidenceId = randomUUID();
  const stream = `evidence-${evidenceId}`;
  const place = `/api/evidence/${evidenceId}`;
  const content = contentOf(office, '集中学习');
  const submission = { evidenceId, unitId, cycleId: office.cycleId, ...content };
  journal.note(stream, 'EvidenceSubmitted', await secretary.command('/api/evidence', submission));
  if (secretary.dice.roll() < 0.5) {
    const reason = { reason: '缺签到表' };
    journal.note(stream, 'EvidenceReturned', await clerk.command(`${place}/return`, reason));
    journal.note(stream, 'EvidenceResubmitted', await secretary.command(`${place}/resubmission`, content));
  }
  if (secretary.dice.roll() < 0.5) {
    journal.note(stream, 'EvidenceAccepted', await clerk.command(`${place}/acceptance`, {}));
  }
};

const oneIncident = async (office: Office, registrar: Person, confirmer: Person, journal: Journal) => {
  const incidentId = randomUUID();
  const stream = `incident-${incidentId}`;
  const place = `/api/incidents/${incidentId}`;
  const details = {
    unitId: registrar.dice.oneOf(office.units),
    category: 'efficiency-admonition',
    role: 'staff',
    personRef: randomUUID(),
    actRef: randomUUID(),
    documentNumber: '乐行服〔2026〕5号',
    actOn: office.today,
    effectiveOn: office.today,
    learnedOn: office.today,
  };
  journal.note(stream, 'IncidentRecorded', await registrar.command('/api/incidents', { incidentId, ...details }));
  journal.note(stream, 'IncidentConfirmed', await confirmer.command(`${place}/confirmation`, {}));
  const reversal = { reason: 'entered-in-error', outcomeDocument: '乐行服〔2026〕9号' };
  journal.note(stream, 'IncidentReversed', await registrar.command(`${place}/reversal`, reversal));
};

/** The control: whoever tries again as if for the first time, with a new id and a new key, doubles what it does. */
const oneNaive = async (office: Office, person: Person, journal: Journal, state: { stopped: boolean }) => {
  journal.naiveIntents += 1;
  await person.persist(async () => {
    if (state.stopped) return { status: 0, body: {}, cookie: undefined };
    const evidenceId = randomUUID();
    const submission = { evidenceId, unitId: office.units[0], cycleId: office.cycleId, ...contentOf(office, NAIVE) };
    return person.once('/api/evidence', submission, randomUUID(), 0.3);
  });
};
