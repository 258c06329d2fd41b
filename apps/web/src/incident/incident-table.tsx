import type { IncidentRow } from '@mofan/contracts/incident';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { dayOf } from '../ui/format.ts';
import { Empty } from '../ui/states.tsx';
import { IncidentStatus } from './incident-status.tsx';

interface Props {
  page: { rows: IncidentRow[]; total: number };
  current: number;
  loading: boolean;
  empty: string;
  onPage: (page: number) => void;
}

/** Cases as registrar and confirmer see them: never a name. */
export const IncidentTable = ({ page, current, loading, empty, onPage }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Table<IncidentRow>
      size="small"
      rowKey="incidentId"
      dataSource={page.rows}
      loading={loading}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty>{empty}</Empty> }}
      onRow={({ incidentId }) => ({
        onClick: () => void navigate(`/incidents/${incidentId}`),
        style: { cursor: 'pointer' },
      })}
      pagination={{
        current,
        pageSize: 20,
        total: page.total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
      columns={[
        { title: t('incident.unit'), dataIndex: 'unitName' },
        {
          title: t('incident.documentNumber'),
          dataIndex: 'documentNumber',
          render: (text: string, { incidentId }) => <Link to={`/incidents/${incidentId}`}>{text}</Link>,
        },
        {
          title: t('incident.categoryTitle'),
          dataIndex: 'category',
          render: (category: IncidentRow['category']) => t(`incident.category.${category}`),
        },
        {
          title: t('incident.roleTitle'),
          dataIndex: 'role',
          render: (role: IncidentRow['role']) => t(`incident.role.${role}`),
        },
        { title: t('incident.effectiveOn'), dataIndex: 'effectiveOn' },
        {
          title: t('incident.statusTitle'),
          dataIndex: 'status',
          render: (status: IncidentRow['status']) => <IncidentStatus status={status} />,
        },
        { title: t('incident.changedAt'), dataIndex: 'changedAt', render: dayOf },
      ]}
    />
  );
};
