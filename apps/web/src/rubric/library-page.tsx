import type { RubricRow } from '@mofan/contracts/rubric';
import type { RubricDraftRow } from '@mofan/contracts/rubric-draft';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../http/command.ts';
import { uuid } from '../http/uuid.ts';
import { can, useMe } from '../shell/session.ts';
import { moment, points } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded, ProblemAlert } from '../ui/states.tsx';
import { Downloads } from './downloads.tsx';
import { DraftStatus } from './draft-status.tsx';
import { useDrafts, useRubrics } from './queries.ts';
import { UploadRubric } from './upload-rubric.tsx';
import './rubric.css';

/** 考核指标库: the versions that a year can be assessed by, and the tables in the making. */
export default function LibraryPage() {
  const { t } = useTranslation();
  const me = useMe();
  const versions = useRubrics();
  const drafts = useDrafts(can(me, 'rubric-draft.read'));
  const open = drafts.data?.filter(({ status }) => status === 'open').length ?? 0;
  return (
    <Page
      title={versions.data ? t('rubric.libraryTitle', { n: versions.data.length, open }) : t('rubric.library')}
      crumb={t('rubric.libraryCrumb')}
      actions={
        can(me, 'cycle.manage') && (
          <Link to="/years/new" className="ghost-button">
            {t('cycle.open')}
          </Link>
        )
      }
    >
      <div className="form">
        {can(me, 'rubric.draft') && <UploadRubric />}
        <section className="card" aria-labelledby="versions">
          <header>
            <h2 id="versions">{t('rubric.versions')}</h2>
          </header>
          <Loaded query={versions} what={t('rubric.failed')} rows={3}>
            {(rows) => <Versions rows={rows} />}
          </Loaded>
        </section>
        {can(me, 'rubric-draft.read') && (
          <section className="card" aria-labelledby="drafts">
            <header>
              <h2 id="drafts">{t('rubric.drafts')}</h2>
            </header>
            <Loaded query={drafts} what={t('rubric.draftsFailed')} rows={2}>
              {(rows) => (rows.length > 0 ? <Drafts rows={rows} /> : <Empty>{t('rubric.noDrafts')}</Empty>)}
            </Loaded>
          </section>
        )}
      </div>
    </Page>
  );
}

const Versions = ({ rows }: { rows: readonly RubricRow[] }) => {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const copy = useCommand('POST /api/rubric-drafts', ({ body }) => void navigate(`/rubric-drafts/${body.draftId}`));
  return (
    <>
      {copy.error && <ProblemAlert error={copy.error} what={t('rubric.notDrafted')} safe={t('ui.nothingWritten')} />}
      <ul className="library">
        {rows.map(({ hash, title, version, criteria, points: worth, publishedOn, cycles }) => (
          <li key={hash} data-testid={`version-${version}`}>
            <div className="grow">
              <Link to={`/rubrics/${hash}`} className="library-title">
                {title}
              </Link>
              <div className="note">
                {t('shell.rubricVersion', { version })} · {t('rubric.sizeOf', { criteria, points: points(worth) })} ·{' '}
                {publishedOn ? t('rubric.publishedOn', { date: publishedOn }) : t('rubric.carried')} ·{' '}
                {cycles.length > 0
                  ? t('rubric.usedIn', { years: cycles.map(({ year }) => year).join('、') })
                  : t('rubric.unused')}
              </div>
            </div>
            <div className="row wrap">
              <Downloads hash={hash} />
              {can(me, 'rubric.draft') && (
                <Button
                  loading={copy.isPending && copy.variables.body.basedOn === hash}
                  aria-label={t('rubric.draftFrom', { version })}
                  onClick={() => copy.mutate({ body: { draftId: uuid(), basedOn: hash } })}
                >
                  {t('rubric.draftNew')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};

const Drafts = ({ rows }: { rows: readonly RubricDraftRow[] }) => {
  const { t } = useTranslation();
  return (
    <ul className="library">
      {rows.map(({ draftId, title, version, status, origin, changedAt, changedBy }) => (
        <li key={draftId} data-testid={`draft-${draftId}`}>
          <div className="grow">
            <Link to={`/rubric-drafts/${draftId}`} className="library-title">
              {title}
            </Link>
            <div className="note">
              {t('shell.rubricVersion', { version })} · {t(`rubric.origin.${origin}`)} ·{' '}
              {t('rubric.changedAt', { at: moment(changedAt), by: changedBy.name })}
            </div>
          </div>
          <DraftStatus status={status} />
        </li>
      ))}
    </ul>
  );
};
