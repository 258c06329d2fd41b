import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { points } from '../ui/format.ts';
import { categoriesOf, itemsOf, leafPlaces, worthOf } from './tree.ts';

/** How large a table is, in figures. */
export const TableSize = ({ rubric }: { rubric: Rubric }) => {
  const { t } = useTranslation();
  const places = leafPlaces(rubric);
  const categories = categoriesOf(rubric);
  const figures = [
    [t('rubric.categories'), categories.length],
    [t('rubric.items'), categories.flatMap((category) => itemsOf(rubric, category)).length],
    [t('rubric.criteria'), places.length],
    [t('rubric.fullMarks'), points(worthOf(rubric))],
  ] as const;
  return (
    <dl className="table-size">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
};
