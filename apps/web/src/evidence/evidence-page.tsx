import { Table } from 'antd';
import type { EvidenceRow } from '@mofan/contracts/evidence';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useRubric } from '../rubric/queries.ts';
import { useCycle } from '../shell/cycle.ts';
import { can, speaksForUnit, useMe } from '../shell/session.ts';
import { dayOf } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Empty, ProblemAlert, SkeletonRows } from '../ui/states.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { EvidenceStatus } from './evidence-status.tsx';
import { Filters } from './filters.tsx';
import { useEvidenceList } from './queries.ts';
import { useFilter } from './use-filter.ts';

/** 佐证台账, for who reviews 佐证审核: a list that is filtered and paged by the server, a record beside it. */
export default function EvidencePage() {
  const { t } = useTranslation();
  const { evidenceId } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const { cycle } = useCycle();
  const { filter, search, change } = useFilter(cycle?.cycleId);
  const query = useEvidenceList(filter);
  const rubric = useRubric(cycle?.rubric.hash).data?.rubric;
  const reviews = can(me, 'evidence.review');
  const kindOf = (kind: string) => rubric?.evidenceKinds.find(({ id }) => id === kind)?.title ?? kind;
  const to = (id: string) => `/evidence/${id}?${search}`;
  const { data } = query;
  const name = reviews ? t('evidence.review') : t('evidence.ledger');
  const title = !data
    ? name
    : reviews && filter?.status === 'submitted'
      ? t('evidence.toReview', { n: data.total })
      : t('evidence.found', { n: data.total });

  return (
    <Page
      title={title}
      crumb={name}
      actions={
        can(me, 'evidence.submit') && (
          <Link className="ghost-button primary" to="/evidence/new">
            {t('shell.entry.record')}
          </Link>
        )
      }
    >
      <Filters rubric={rubric} search={search} onChange={change} />
      <div className="split">
        <div className="card grow" style={{ overflowX: 'auto' }}>
          {query.error && !data ? (
            <ProblemAlert
              error={query.error}
              what={t('evidence.listFailed')}
              safe={t('ui.recordsSafe')}
              retry={() => void query.refetch()}
            />
          ) : !data ? (
            <SkeletonRows rows={10} />
          ) : (
            <Table<EvidenceRow>
              size="small"
              rowKey="evidenceId"
              dataSource={data.rows}
              scroll={{ x: 'max-content' }}
              loading={query.isPlaceholderData}
              locale={{ emptyText: <Empty>{t(search.size ? 'evidence.noneMatches' : 'evidence.none')}</Empty> }}
              onRow={({ evidenceId: id }) => ({ onClick: () => void navigate(to(id)), style: { cursor: 'pointer' } })}
              rowClassName={({ evidenceId: id }) => (id === evidenceId ? 'ant-table-row-selected' : '')}
              pagination={{
                current: Number(search.get('page') ?? 1),
                pageSize: 20,
                total: data.total,
                showSizeChanger: false,
                hideOnSinglePage: true,
                onChange: (page) => change('page', page === 1 ? '' : String(page)),
              }}
              columns={[
                { title: t('evidence.occurredOn'), dataIndex: 'occurredOn', width: 104 },
                {
                  title: t('evidence.title'),
                  dataIndex: 'title',
                  render: (text: string, row) => (
                    <Link
                      to={to(row.evidenceId)}
                      onClick={(event) => event.stopPropagation()}
                      style={{ whiteSpace: 'normal' }}
                    >
                      {text}
                    </Link>
                  ),
                },
                { title: t('evidence.kind'), dataIndex: 'kind', render: kindOf },
                ...(speaksForUnit(me) ? [] : [{ title: t('evidence.unit'), dataIndex: 'unitName' as const }]),
                {
                  title: t('evidence.countsFor'),
                  dataIndex: 'criteria',
                  render: (criteria: string[]) => criteria.join('、'),
                },
                { title: t('evidence.files'), dataIndex: 'attachments', align: 'center' },
                {
                  title: t('evidence.statusTitle'),
                  dataIndex: 'status',
                  render: (status: EvidenceRow['status']) => <EvidenceStatus status={status} />,
                },
                { title: t('evidence.changedAt'), dataIndex: 'changedAt', render: dayOf },
              ]}
            />
          )}
        </div>
        {evidenceId && (
          <EvidencePanel evidenceId={evidenceId} rubric={rubric} onClose={() => void navigate(`/evidence?${search}`)} />
        )}
      </div>
    </Page>
  );
}
