import type { OutputOf } from '@mofan/contracts/api';
import { useTranslation } from 'react-i18next';
import { Status } from '../ui/status.tsx';

export type Findings = OutputOf<'GET /api/rubrics/{hash}/findings'>;
type Finding = Findings[number];

/** 检查发现: what contradicts itself or leaves a choice, and the reading that settles it or waits to be signed. */
export const FindingList = ({ findings }: { findings: readonly Finding[] }) => (
  <ul className="findings">
    {findings.map((finding) => (
      <FindingLine key={`${finding.code} ${finding.zh}`} finding={finding} />
    ))}
  </ul>
);

const FindingLine = ({ finding }: { finding: Finding }) => {
  const { i18n } = useTranslation();
  const rulings = [...finding.settledBy, ...finding.proposedBy];
  return (
    <li data-testid={`finding-${finding.code}`}>
      <State finding={finding} /> {i18n.language.startsWith('zh') ? finding.zh : finding.en}{' '}
      {rulings.map((id) => (
        <a key={id} href={`#${id}`}>
          {id}
        </a>
      ))}
    </li>
  );
};

const State = ({ finding: { settledBy, proposedBy, severity } }: { finding: Finding }) => {
  const { t } = useTranslation();
  if (settledBy.length > 0) {
    return (
      <Status icon="check" tone="green" bare>
        {t('rubric.settled')}
      </Status>
    );
  }
  return (
    <Status icon={proposedBy.length > 0 ? 'clock' : 'warning'} tone={severity === 'error' ? 'plum' : 'ochre'} bare>
      {t(proposedBy.length > 0 ? 'rubric.unsigned' : 'rubric.unsettled')}
    </Status>
  );
};

/** What is found on many lines alike is told in full on the first of them, and named on the others. */
export const LineFindings = ({ findings, leafId }: { findings: readonly Finding[]; leafId: string }) => {
  const { t } = useTranslation();
  const here = findings.filter(({ leaves }) => leaves[0] === leafId);
  const elsewhere = findings.filter(({ leaves }) => leaves[0] !== leafId && leaves.includes(leafId));
  return (
    <>
      {here.length > 0 && <FindingList findings={here} />}
      {[...new Set(elsewhere.map(({ leaves }) => leaves[0]))].map((first) => (
        <p key={first} className="note">
          {t('rubric.sameAs', { leaf: first })}
        </p>
      ))}
    </>
  );
};
