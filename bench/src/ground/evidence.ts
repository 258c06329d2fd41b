import type { EvidenceSubmitted } from '@mofan/domain/evidence/messages';
import type { z } from 'zod';
import type { Chance } from './random.ts';

export type Submission = Omit<z.infer<typeof EvidenceSubmitted>, 'type'>;

const KINDS = [
  ['group-study-session', '集中学习', ['2.1', '2.2']],
  ['themed-party-day', '主题党日', ['6.3']],
  ['branch-general-meeting', '支部党员大会', ['6.1', '6.3']],
  ['party-lecture', '党课', ['6.3', '6.4']],
  ['personal-talk', '谈心谈话', ['11.3']],
  ['integrity-education', '廉政教育', ['11.1']],
  ['volunteer-service', '志愿服务', ['7.2']],
  ['other', '其他', ['8.1', '8.3', '9.1', '10.1', '15.1']],
] as const;

/** What a branch secretary would record: a title, an attendance, the criteria it counts for, up to two files. */
export const submission = (chance: Chance, cycleId: string, unitId: string): Submission => {
  const [kind, title, criteria] = chance.pick(KINDS);
  const month = 1 + chance.below(12);
  const day = 1 + chance.below(28);
  const due = 9 + chance.below(20);
  return {
    evidenceId: chance.uuid(),
    cycleId,
    unitId,
    kind,
    title: `${month}月${title}：学习传达上级会议精神，研究部署第${1 + chance.below(4)}季度重点工作`,
    occurredOn: `${cycleId}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    session: 1,
    attendance: { present: due - chance.below(4), due },
    criteria: [...criteria],
    attachments: Array.from({ length: chance.below(3) }, () => ({
      fileId: chance.uuid(),
      sha256: chance.hex(64),
      size: 20_000 + chance.below(3_000_000),
    })),
  };
};
