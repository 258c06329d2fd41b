import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useOverview } from '../overview/queries.ts';

interface Props {
  cycleId: string;
  unitId: string;
  search: URLSearchParams;
}

/** Which participant to look at, in the organisational order; the date and the open figure stay. */
export const UnitPicker = ({ cycleId, unitId, search }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useOverview(cycleId, null).data?.units ?? [];
  return (
    <Select
      aria-label={t('scorecard.unit')}
      value={unitId}
      style={{ width: 184 }}
      showSearch={{ optionFilterProp: 'label' }}
      options={units.map(({ unitId: value, name: label }) => ({ value, label }))}
      onChange={(next) => void navigate(`/cycles/${cycleId}/units/${next}/scorecard?${search}`)}
    />
  );
};
