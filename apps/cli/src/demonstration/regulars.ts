import type { Chance } from './chance.ts';
import { WALKED_UNIT, type AssessedUnit } from './units.ts';
import {
  cellThemes,
  committeeThemes,
  cultureThemes,
  generalMeetingThemes,
  integrityThemes,
  lectureThemes,
  partyDayThemes,
  studyThemes,
  talkThemes,
  volunteerThemes,
  youthThemes,
  type Theme,
} from './wording.ts';

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Two sessions in June, none in April, October and December: ten of the twelve that are due, at most. */
const WALKED_STUDY_MONTHS = [1, 2, 3, 5, 6, 6, 7, 8, 9, 11];
const LAGGING_STUDY_MONTHS = [2, 4, 7, 9];
const NUMERALS = ['一', '二', '三', '四'];

/** Something that comes round in the months of a year. */
export interface Regular {
  kind: string;
  months: readonly number[];
  /** held in each of these months, however diligent the unit is */
  sure?: boolean;
  /** the earliest and the latest day of the month */
  days: readonly [number, number];
  theme(month: number, nth: number): Theme;
  /** the title around the theme */
  title(theme: string, month: number, nth: number): string;
  due?: number;
  /** the share of those due who come at the least */
  quorum?: number;
}

/** What comes round at a unit; a unit that lags has neither youth study nor more than one active Party cell. */
export const regulars = (unit: AssessedUnit, chance: Chance): Regular[] => {
  const { members, committee, cells, youth, diligence } = unit;
  const walked = unit.unitId === WALKED_UNIT;
  const lags = diligence < 0.5;
  const partyDay = walked ? 6 : chance.between(8, 22);
  const of = (themes: readonly Theme[]) => {
    const start = chance.between(0, themes.length - 1);
    return (_: number, nth: number) => themes[(start + nth) % themes.length]!;
  };
  const ofMonth = (themes: readonly (readonly Theme[])[]) => (month: number) => chance.pick(themes[month - 1]!);
  const quarter = (month: number) => `第${NUMERALS[Math.floor((month - 1) / 3)]}季度`;

  const ofBranch: Regular[] = [
    {
      kind: 'group-study-session',
      months: walked ? WALKED_STUDY_MONTHS : lags ? LAGGING_STUDY_MONTHS : [...everyMonth, 6],
      sure: walked || lags,
      days: [8, 26],
      theme: ofMonth(studyThemes),
      title: (theme, _, nth) => `第${nth}次集中学习：${theme}`,
      due: members,
    },
    {
      kind: 'themed-party-day',
      months: everyMonth,
      days: [partyDay, partyDay],
      theme: ofMonth(partyDayThemes),
      title: (theme, month) => `${month}月主题党日：${theme}`,
      due: members,
    },
    {
      kind: 'branch-general-meeting',
      months: [3, 6, 9, 12],
      days: [18, 28],
      theme: (month) => generalMeetingThemes[month / 3 - 1]!,
      title: (theme, month) => `${quarter(month)}支部党员大会：${theme}`,
      due: members,
    },
    {
      kind: 'branch-committee-meeting',
      months: everyMonth,
      days: [5, 15],
      theme: of(committeeThemes),
      title: (theme, month) => `${month}月支委会：${theme}`,
      due: committee,
      quorum: 0.6,
    },
    {
      kind: 'party-lecture',
      months: [2, 5, 8, 11],
      days: [10, 24],
      theme: of(lectureThemes),
      title: (theme, month) => `${quarter(month)}党课：${theme}`,
      due: members,
    },
    {
      kind: 'org-life-meeting',
      months: [11],
      days: [16, 28],
      theme: () => ['查摆问题，开展批评与自我批评', '6.1'],
      title: (theme) => `年度组织生活会：${theme}`,
      due: members,
      quorum: 0.85,
    },
    {
      kind: 'member-appraisal',
      months: [12],
      days: [8, 20],
      theme: () => ['个人自评、党员互评、民主测评'],
      title: (theme) => `民主评议党员：${theme}`,
      due: members,
      quorum: 0.85,
    },
  ];
  const ofCells = Array.from({ length: lags ? 1 : cells }, (_, cell): Regular => ({
    kind: 'party-cell-meeting',
    months: everyMonth,
    days: [6, 27],
    theme: of(cellThemes),
    title: (theme, month) => `第${NUMERALS[cell]}党小组${month}月会议：${theme}`,
    due: Math.ceil(members / cells),
    quorum: 0.6,
  }));
  const ofStaff: Regular[] = [
    {
      kind: 'personal-talk',
      months: [1, 2, 3, 4, 6, 7, 8, 9, 11, 12],
      days: [4, 27],
      theme: of(talkThemes),
      title: (theme, month, nth) => `${month}月谈心谈话（${nth}）：${theme}`,
    },
    {
      kind: 'integrity-education',
      months: [1, 3, 4, 6, 8, 9, 11],
      days: [5, 27],
      theme: of(integrityThemes),
      title: (theme, month) => `${month}月廉政教育：${theme}`,
      due: members,
    },
    {
      kind: 'volunteer-service',
      months: [2, 3, 4, 5, 6, 7, 9, 10, 11, 12],
      days: [3, 27],
      theme: of(volunteerThemes),
      title: (theme, _, nth) => `第${nth}次志愿服务：${theme}`,
      due: Math.ceil(members / 2),
      quorum: 0.5,
    },
    {
      kind: 'culture-activity',
      months: [3, 5, 9, 11],
      days: [6, 26],
      theme: of(cultureThemes),
      title: (theme, month) => `${month}月${theme}`,
    },
  ];
  const ofYouth: Regular = {
    kind: 'youth-study',
    months: [2, 4, 5, 7, 9, 11],
    days: [8, 25],
    theme: of(youthThemes),
    title: (theme, _, nth) => `青年理论学习第${nth}期：${theme}`,
    due: youth,
    quorum: 0.6,
  };
  const ofLeaders: Regular = {
    kind: 'democratic-life-meeting',
    months: [12],
    days: [10, 22],
    theme: () => ['班子对照检查'],
    title: (theme) => `年度民主生活会：${theme}`,
    due: committee,
    quorum: 0.67,
  };
  return [
    ...ofBranch,
    ...ofCells,
    ...ofStaff,
    ...(lags ? [] : [ofYouth]),
    ...(unit.kind === 'enterprise' ? [ofLeaders] : []),
  ];
};
