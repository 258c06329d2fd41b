import type { EvidenceCommand } from '@mofan/domain/evidence/messages';
import { clerk, representativeOf } from './accounts.ts';
import type { Action } from './action.ts';
import { demonstrationFile, referenceTo, type DemonstrationFile } from './attachment.ts';
import { chanceOf, type Chance } from './chance.ts';
import { idOf } from './identity.ts';
import type { PlannedRecord } from './record.ts';
import { WALKED_UNIT } from './units.ts';
import { dayAfter, officeHour, workingDayFrom, workingDaysAfter } from './working-time.ts';

/** Each is mended by one more page. */
const RETURN_REASONS = [
  '签到表缺日期，补拍含日期的一页即可。',
  '会议记录缺议定事项一页，请补。',
  '附件与标题不是同一次活动，请补传本次的材料。',
  '照片看不出活动内容，请附活动记录。',
  '缺参加人员签到，请补签到表。',
  '学习内容没有列明，请附学习提纲。',
];
const WITHDRAWAL_REASONS = ['与另一条记录重复，撤回。', '活动改期，未在该日举行，撤回。', '误记在本单位名下，撤回。'];

interface Entry {
  record: PlannedRecord;
  /** which session of its kind that day at that unit */
  session: number;
  /** place in the order of the year */
  index: number;
}

/** What the units enter of a year's records, and what the office does with each entry. */
export const enterAndReview = (records: readonly PlannedRecord[], cycleId: string): Action[] => {
  const sessions = new Map<string, number>();
  return records
    .toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0))
    .flatMap((record, index) => {
      const day = `${record.unitId} ${record.kind} ${record.occurredOn}`;
      const session = (sessions.get(day) ?? 0) + 1;
      sessions.set(day, session);
      return entryActions({ record, session, index }, `${cycleId} ${day} ${session}`, cycleId);
    });
};

const entryActions = (entry: Entry, name: string, cycleId: string): Action[] => {
  const { record, session } = entry;
  const { unitId, ...said } = record;
  const chance = chanceOf(`entry ${name}`);
  const evidenceId = idOf(`evidence ${name}`);
  const author = representativeOf(unitId).accountId;
  const fileNamed = (suffix: string) => demonstrationFile(`${name} ${suffix}`, record);

  const actions: Action[] = [];
  const act = (step: string, on: string, actor: string, command: EvidenceCommand, files: DemonstrationFile[] = []) =>
    actions.push({ to: 'evidence', command, actor, files, key: `${step} ${name}`, at: officeHour(on, chance, true) });

  const first = carriesFile(entry) ? [fileNamed('first')] : [];
  const content = { ...said, session, attachments: first.map(referenceTo) };
  let day = entryDay(entry, chance);
  act('submit', day, author, { type: 'SubmitEvidence', evidenceId, cycleId, unitId, ...content }, first);

  switch (fateOf(entry)) {
    case 'withdrawn':
      day = workingDaysAfter(day, chance.between(1, 3));
      act('withdraw', day, author, { type: 'WithdrawEvidence', evidenceId, reason: chance.pick(WITHDRAWAL_REASONS) });
      return actions;
    case 'returned':
      day = workingDaysAfter(day, chance.between(2, 6));
      act('return', day, clerk.accountId, { type: 'ReturnEvidence', evidenceId, reason: chance.pick(RETURN_REASONS) });
      return actions;
    case 'mended': {
      day = workingDaysAfter(day, chance.between(2, 6));
      act('return', day, clerk.accountId, { type: 'ReturnEvidence', evidenceId, reason: chance.pick(RETURN_REASONS) });
      const added = fileNamed('added');
      const mended = { ...content, attachments: [...content.attachments, referenceTo(added)] };
      day = workingDaysAfter(day, chance.between(3, 12));
      act('resubmit', day, author, { type: 'ResubmitEvidence', evidenceId, ...mended }, [added]);
      break;
    }
    case 'accepted':
      break;
  }
  day = workingDaysAfter(day, chance.between(1, 8));
  act('accept', day, clerk.accountId, { type: 'AcceptEvidence', evidenceId });
  return actions;
};

/** Mostly at once, sometimes within the week, now and then weeks later (补记). */
const entryDay = ({ record: { occurredOn, unitId, kind }, index }: Entry, chance: Chance) => {
  const isWalkedAugustStudy =
    unitId === WALKED_UNIT && kind === 'group-study-session' && occurredOn.slice(5, 7) === '08';
  if (isWalkedAugustStudy || index % 37 === 20) return workingDayFrom(dayAfter(occurredOn, chance.between(18, 40)));
  return workingDaysAfter(workingDayFrom(occurredOn), chance.happens(0.6) ? 0 : chance.between(1, 4));
};

const carriesFile = ({ record: { unitId, kind }, index }: Entry) =>
  index % 53 === 9 || (unitId === WALKED_UNIT && kind === 'group-study-session');

/** Counted off, not drawn: the few that are returned or withdrawn spread over the year and the units. */
const fateOf = ({ record: { unitId, kind, occurredOn }, index }: Entry) => {
  if (unitId === WALKED_UNIT) {
    // The walk counts study sessions: none of them is lost. One party day each quarter comes back.
    if (kind !== 'themed-party-day') return 'accepted';
    const month = Number(occurredOn.slice(5, 7));
    return month === 11 ? 'returned' : month % 3 === 2 ? 'mended' : 'accepted';
  }
  if (index % 331 === 150) return 'withdrawn';
  if (index % 130 === 60) return index % 390 === 60 ? 'returned' : 'mended';
  return 'accepted';
};
