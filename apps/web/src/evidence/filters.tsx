import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../operations/queries.ts';
import { leafPlaces, takesEvidence } from '../rubric/tree.ts';
import { speaksForUnit, useMe } from '../shell/session.ts';
import { FilterSelect, SearchBox } from '../ui/filters.tsx';

interface Props {
  rubric: Rubric | undefined;
  search: URLSearchParams;
  onChange: (name: string, value: string) => void;
}

/** By state, kind, criterion, unit and words of the title. */
export const Filters = ({ rubric, search, onChange }: Props) => {
  const { t } = useTranslation();
  const me = useMe();
  const statuses = (['submitted', 'returned', 'accepted', 'withdrawn'] as const).map((value) => ({
    value,
    label: t(`evidence.status.${value}`),
  }));
  const kinds = rubric?.evidenceKinds.map(({ id, title }) => ({ value: id, label: title })) ?? [];
  const criteria = rubric ? leafPlaces(rubric).filter(({ leaf }) => takesEvidence(leaf)) : [];
  return (
    <div className="filters" role="search">
      <FilterSelect
        name="status"
        label={t('evidence.statusTitle')}
        options={statuses}
        search={search}
        onChange={onChange}
      />
      <FilterSelect name="kind" label={t('evidence.kind')} options={kinds} search={search} onChange={onChange} />
      <FilterSelect
        name="criterion"
        label={t('evidence.criterion')}
        options={criteria.map(({ leaf }) => ({ value: leaf.id, label: `${leaf.id} ${leaf.text.slice(0, 18)}` }))}
        search={search}
        onChange={onChange}
      />
      {!speaksForUnit(me) && <UnitFilter search={search} onChange={onChange} />}
      <SearchBox label={t('evidence.searchTitle')} search={search} onChange={onChange} />
    </div>
  );
};

const UnitFilter = ({ search, onChange }: Omit<Props, 'rubric'>) => {
  const { t } = useTranslation();
  const { data: units = [] } = useUnits();
  const options = units.map(({ unitId, name }) => ({ value: unitId, label: name }));
  return (
    <FilterSelect name="unitId" label={t('evidence.unit')} options={options} search={search} onChange={onChange} />
  );
};
