import type { EvidenceDetail } from '@mofan/contracts/evidence';
import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { moment } from '../ui/format.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { Loaded } from '../ui/states.tsx';
import { Trail } from '../ui/trail.tsx';
import { EvidenceActions } from './evidence-actions.tsx';
import { EvidenceStatus } from './evidence-status.tsx';
import { FileLinks } from './file-links.tsx';
import { useEvidence } from './queries.ts';

interface Props {
  evidenceId: string;
  rubric: Rubric | undefined;
  onClose: () => void;
}

/** One record: what it says, its files, what became of it, and what may be done with it. */
export const EvidencePanel = ({ evidenceId, rubric, onClose }: Props) => {
  const { t } = useTranslation();
  const query = useEvidence(evidenceId);
  return (
    <SidePanel
      title={query.data?.title ?? t('evidence.record')}
      subject={evidenceId}
      onClose={onClose}
      footer={query.data && <EvidenceActions evidence={query.data} />}
    >
      <Loaded query={query} what={t('evidence.failed')} rows={8}>
        {(evidence) => <Detail evidence={evidence} rubric={rubric} />}
      </Loaded>
    </SidePanel>
  );
};

const Detail = ({ evidence, rubric }: { evidence: EvidenceDetail; rubric: Rubric | undefined }) => {
  const { t } = useTranslation();
  const { status, reason, unitName, kind, occurredOn, session, attendance, criteria, submittedAt, files, trail } =
    evidence;
  return (
    <>
      <p className="row" style={{ padding: '6px 0' }}>
        <EvidenceStatus status={status} />
        {reason && <span className="medium text2">“{reason}”</span>}
      </p>
      <dl className="details">
        <dt>{t('evidence.unit')}</dt>
        <dd>{unitName}</dd>
        <dt>{t('evidence.kind')}</dt>
        <dd>{rubric?.evidenceKinds.find(({ id }) => id === kind)?.title ?? kind}</dd>
        <dt>{t('evidence.occurredOn')}</dt>
        <dd>
          {occurredOn}
          {session > 1 && ` · ${t('evidence.otherSession', { n: session })}`}
        </dd>
        {attendance && (
          <>
            <dt>{t('evidence.attendance')}</dt>
            <dd>
              {attendance.present} / {attendance.due}
            </dd>
          </>
        )}
        <dt>{t('evidence.countsFor')}</dt>
        <dd>{criteria.join('、')}</dd>
        <dt>{t('evidence.submittedAt')}</dt>
        <dd>{moment(submittedAt)}</dd>
      </dl>
      <h3>
        {t('evidence.files')} <small>{files.length}</small>
      </h3>
      {files.length ? <FileLinks files={files} /> : <p className="medium text2">{t('evidence.noFiles')}</p>}
      <h3>{t('scorecard.trail')}</h3>
      <Trail entries={trail} />
    </>
  );
};
