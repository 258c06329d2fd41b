import type { Overview } from '@mofan/contracts/cycle';
import type { Group, Rubric } from '@mofan/rubric/rubric';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { categoriesOf, itemsOf } from '../rubric/tree.ts';
import { Cell } from './cell.tsx';

interface Props {
  overview: Overview;
  rubric: Rubric;
  cycleId: string;
  asOf: string | null;
}

const steps: Partial<Record<string, [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Units × items. One cell is in the tab order, the arrows move it, Enter opens the unit's scorecard at the item. */
export const HeatMap = ({ overview, rubric, cycleId, asOf }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [current, setCurrent] = useState<[number, number]>([0, 0]);
  const categories = categoriesOf(rubric);
  const items = categories.flatMap((category) => itemsOf(rubric, category));
  const { units } = overview;

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (!step) return;
    const [row, column] = [current[0] + step[0], current[1] + step[1]];
    if (row < 0 || column < 0 || row >= units.length || column >= items.length) return;
    event.preventDefault();
    setCurrent([row, column]);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`)?.focus();
  };
  const open = (unitId: string, item: Group) => {
    const search = new URLSearchParams({ ...(asOf ? { asOf } : {}), leaf: item.children[0]?.id ?? item.id });
    void navigate(`/cycles/${cycleId}/units/${unitId}/scorecard?${search}`);
  };

  return (
    <div className="card heat-frame" role="region" aria-label={t('overview.name')} tabIndex={0}>
      <table className="heat" onKeyDown={move}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="corner">
              {t('overview.unit')}
            </th>
            {categories.map((category) => (
              <th key={category.id} scope="colgroup" colSpan={itemsOf(rubric, category).length} className="category">
                {category.title}
              </th>
            ))}
          </tr>
          <tr>
            {items.map(({ id, title }) => (
              <th key={id} scope="col" className="vertical">
                <b>{id}</b>
                <span>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit, row) => [
            unit.kind !== units[row - 1]?.kind && (
              <tr key={`${unit.unitId}/kind`} className="kind">
                <td colSpan={items.length + 1}>{t(`overview.kind.${unit.kind}`)}</td>
              </tr>
            ),
            <tr key={unit.unitId} data-testid={`unit-${unit.unitId}`}>
              <th scope="row">{unit.name}</th>
              {items.map((item, column) => (
                <Cell
                  key={item.id}
                  unit={unit}
                  itemId={item.id}
                  place={`${row}/${column}`}
                  reachable={current[0] === row && current[1] === column}
                  onFocus={() => setCurrent([row, column])}
                  onOpen={() => open(unit.unitId, item)}
                />
              ))}
            </tr>,
          ])}
        </tbody>
      </table>
    </div>
  );
};
