import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { points } from '../ui/format.ts';
import { categoriesOf, itemsOf, leafPlaces, worthOf } from './tree.ts';

/** How large a table is, in figures. */
export const TableSize = ({ rubric }: { rubric: Rubric }) => {
  const { t } = useTranslation();
  const places = leafPlaces(rubric);
  const categories = categoriesOf(rubric);
  // a group need not say what it is worth
  const parts = categories.every(({ points: worth }) => worth) ? categories : places.map(({ leaf }) => leaf);
  const full = rubric.points ?? String(parts.reduce((sum, part) => sum + Number(worthOf(part)), 0));
  const figures = [
    [t('rubric.categories'), categories.length],
    [t('rubric.items'), categories.flatMap((category) => itemsOf(rubric, category)).length],
    [t('rubric.criteria'), places.length],
    [t('rubric.fullMarks'), points(full)],
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
