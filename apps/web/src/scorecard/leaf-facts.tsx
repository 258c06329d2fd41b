import type { LineSource } from '@mofan/contracts/scorecard';
import type { Rubric } from '@mofan/rubric/rubric';
import type { LeafScore } from '@mofan/rubric/scorecard';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { FileLinks } from '../evidence/file-links.tsx';
import { dayOf, loss } from '../ui/format.ts';
import { Status } from '../ui/status.tsx';

/** The cases and the evidence that speak on a criterion. */
export const LeafFacts = ({ source, leaf, rubric }: { source: LineSource; leaf: LeafScore; rubric: Rubric }) => {
  const { t } = useTranslation();
  const { cases, records, recordsTotal } = source;
  const reversed = cases.filter(({ status }) => status === 'reversed').length;
  return (
    <>
      {(leaf.byRule || cases.length > 0) && (
        <>
          <h3>
            {t('scorecard.facts')} <small>{t('scorecard.casesCount', { n: cases.length, reversed })}</small>
          </h3>
          <Cases cases={cases} />
        </>
      )}
      {leaf.evidence !== null && (
        <>
          <h3>
            {t('scorecard.evidence')} <small>{t('scorecard.pieces', { n: recordsTotal })}</small>
          </h3>
          <Records records={records} total={recordsTotal} rubric={rubric} leafId={leaf.id} />
        </>
      )}
    </>
  );
};

/** The cases behind a deduction; a reversed one stays visible. */
const Cases = ({ cases }: { cases: LineSource['cases'] }) => {
  const { t } = useTranslation();
  if (cases.length === 0) return <p className="medium text2">{t('scorecard.noCases')}</p>;
  return cases.map(
    ({ incidentId, category, role, documentNumber, actOn, effectiveOn, confirmedAt, late, reversal, amount }) => (
      <div key={incidentId} className={`fact${reversal ? ' reversed' : ''}`} data-testid="case">
        <div className="row between">
          <b>
            {t(`incident.category.${category}`)} · {t(`incident.role.${role}`)} {t('scorecard.oneCaseUnit')}
          </b>
          {reversal ? (
            <Status icon="check" tone="green" bare>
              {t('incident.status.reversed')}
            </Status>
          ) : (
            <b className="plum">{loss(amount)}</b>
          )}
        </div>
        <dl className="details">
          <dt>{t('incident.documentNumber')}</dt>
          <dd>{documentNumber}</dd>
          <dt>{t('incident.effectiveOn')}</dt>
          <dd>
            {t('scorecard.effective', { effective: effectiveOn, act: actOn })}
            {late && ` · ${t('incident.late')}`}
          </dd>
          <dt>{t('incident.confirmedOn')}</dt>
          <dd>{dayOf(confirmedAt)}</dd>
          {reversal && (
            <>
              <dt>{t('incident.reversal')}</dt>
              <dd>
                {t(`incident.reversalReason.${reversal.reason}`)} · {reversal.outcomeDocument} · {dayOf(reversal.at)}
              </dd>
            </>
          )}
        </dl>
      </div>
    ),
  );
};

interface RecordsProps {
  records: LineSource['records'];
  total: number;
  rubric: Rubric;
  leafId: string;
}

/** The evidence that counts for the criterion, with its files. */
const Records = ({ records, total, rubric, leafId }: RecordsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <ul className="records">
        {records.map(({ evidenceId, kind, title, occurredOn, session, status, files }) => (
          <li key={evidenceId} data-testid="record">
            <div className="row between top">
              <Link to={`/evidence/${evidenceId}`} className="link medium">
                {title}
              </Link>
              <EvidenceStatus status={status} bare />
            </div>
            <div className="note">
              {rubric.evidenceKinds.find(({ id }) => id === kind)?.title ?? kind} · {occurredOn}
              {session > 1 && ` · ${t('evidence.otherSession', { n: session })}`}
            </div>
            <FileLinks files={files} />
          </li>
        ))}
      </ul>
      {total > records.length && (
        <Link className="link small" to={`/evidence?criterion=${leafId}`}>
          {t('home.all', { n: total })}
        </Link>
      )}
    </>
  );
};
