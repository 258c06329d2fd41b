import type { ImportReport, RubricDraftDetail } from '@mofan/contracts/rubric-draft';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useCommand } from '../http/command.ts';
import { can, useMe } from '../shell/session.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded, ProblemAlert } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { ChangesView } from './changes-view.tsx';
import { CheckView } from './check-view.tsx';
import { DraftActions } from './draft-actions.tsx';
import { DraftStatus } from './draft-status.tsx';
import { FaultNotice, ImportNotice, Obstacles } from './draft-notices.tsx';
import { useDraft } from './queries.ts';
import { ReadingView } from './reading-view.tsx';
import { rulingNames, type Reading } from './reading.ts';
import { TableSize } from './table-size.tsx';
import { Tabs, useTab } from './tabs.tsx';
import { TextView, type Unsaved } from './text-view.tsx';
import { WhatIfView } from './what-if-view.tsx';
import './rubric.css';

const TABS = ['table', 'text', 'changes', 'check', 'whatIf'] as const;

/** 指标草稿: a table in the making, from its text to the decision to publish it. */
export default function DraftPage() {
  const { t } = useTranslation();
  const { draftId = '' } = useParams();
  const query = useDraft(draftId);
  const { data } = query;
  const title = useTitle(data);
  return (
    <Page
      title={title}
      crumb={
        <>
          <Link to="/rubrics" className="link">
            {t('rubric.library')}
          </Link>
          {data &&
            ` / ${data.title} · ${t('shell.rubricVersion', { version: data.version })} · ${t('rubric.editionOf', { n: data.edition })}`}
        </>
      }
      actions={
        data && (
          <>
            {data.rubric && <TableSize rubric={data.rubric} />}
            <DraftStatus status={data.status} />
            {data.status === 'open' && <DraftActions draft={data} />}
            {data.publishedHash && (
              <Link className="ghost-button no-print" to={`/rubrics/${data.publishedHash}`} data-testid="to-version">
                {t('rubric.toVersion')}
              </Link>
            )}
          </>
        )
      }
    >
      <Loaded query={query} what={t('rubric.draftFailed')} rows={12}>
        {(draft) => <Draft draft={draft} />}
      </Loaded>
    </Page>
  );
}

/** What stands between the draft and its publication, or what became of it. */
const useTitle = (draft: RubricDraftDetail | undefined): string => {
  const { t } = useTranslation();
  if (!draft) return t('rubric.draft');
  if (draft.status !== 'open') return t(`rubric.titleOf.${draft.status}`);
  if (draft.fault) return t('rubric.titleOf.faulty');
  const open = draft.findings.filter(({ settledBy, proposedBy }) => settledBy.length + proposedBy.length === 0);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const unsigned = (draft.rubric?.rulings.items.length ?? 0) - draft.signed.length;
  if (errors > 0 && unsigned > 0) return t('rubric.titleOf.both', { errors, unsigned });
  if (errors > 0) return t('rubric.titleOf.errors', { errors });
  if (unsigned > 0) return t('rubric.titleOf.unsigned', { unsigned });
  if (draft.obstacles.length > 0) return t('rubric.titleOf.blocked');
  return open.length > 0 ? t('rubric.titleOf.readyButOpen', { open: open.length }) : t('rubric.titleOf.ready');
};

/** Lets the browser ask before the page is left with words in it that nobody has saved. */
const useWarning = (unsaved: boolean) =>
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

const Draft = ({ draft }: { draft: RubricDraftDetail }) => {
  const { t } = useTranslation();
  const [tab] = useTab(TABS);
  const [unsaved, edit] = useState<Unsaved | null>(null);
  useWarning(unsaved !== null && unsaved.text !== draft.text);
  const { state } = useLocation() as { state: { report?: ImportReport } | null };
  const me = useMe();
  const sign = useCommand('POST /api/rubric-drafts/{draftId}/signatures', ({ body }) =>
    toast(t('rubric.signed', { ids: rulingNames(body.rulings) })),
  );
  const { draftId, edition, rubric } = draft;
  const reading: Reading | null = rubric && {
    rubric,
    findings: draft.findings,
    unchecked: draft.obstacles.some(({ code }) => code === 'rubric-draft.unchecked'),
    scales: draft.scales,
    signatures: new Map(draft.signed.map(({ id, signedOn, office }) => [id, { on: signedOn, by: office }])),
    sign:
      draft.status === 'open' && can(me, 'ruling.sign')
        ? {
            run: (rulings) => sign.mutate({ params: { draftId }, body: { edition, rulings } }),
            pending: sign.isPending,
          }
        : undefined,
  };
  return (
    <>
      {sign.error && <ProblemAlert error={sign.error} what={t('rubric.notSigned')} safe={t('ui.nothingWritten')} />}
      {state?.report && <ImportNotice report={state.report} />}
      {draft.fault && tab !== 'text' && <FaultNotice fault={draft.fault} />}
      {draft.status === 'open' && !draft.fault && draft.obstacles.length > 0 && (
        <Obstacles obstacles={draft.obstacles} />
      )}
      {unsaved && unsaved.text !== draft.text && tab !== 'text' && (
        <p className="rubric-notice ochre no-print" role="status">
          {t('rubric.unsaved')}{' '}
          <Link to="?view=text" className="link">
            {t('rubric.toText')}
          </Link>
        </p>
      )}
      <Tabs
        tabs={TABS}
        counts={{
          changes: draft.changes.length,
          check: draft.findings.filter(({ settledBy }) => settledBy.length === 0).length,
        }}
      />
      {tab === 'text' ? (
        <TextView draft={draft} unsaved={unsaved} onEdit={edit} />
      ) : tab === 'changes' ? (
        <ChangesView draft={draft} />
      ) : tab === 'whatIf' ? (
        <WhatIfView of={{ draftId, edition }} />
      ) : !reading ? (
        <Empty action={<Link to="?view=text">{t('rubric.toText')}</Link>}>{t('rubric.noTable')}</Empty>
      ) : tab === 'check' ? (
        <CheckView reading={reading} />
      ) : (
        <ReadingView reading={reading} />
      )}
    </>
  );
};
