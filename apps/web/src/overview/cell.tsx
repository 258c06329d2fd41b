import type { Overview } from '@mofan/contracts/cycle';
import { useTranslation } from 'react-i18next';
import { gapOf } from './coverage.ts';

interface Props {
  unit: Overview['units'][number];
  itemId: string;
  place: string;
  /** it is the one cell in the tab order */
  reachable: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

/** How many of an item's criteria have evidence, for one unit. */
export const Cell = ({ unit, itemId, place, reachable, onFocus, onOpen }: Props) => {
  const { t } = useTranslation();
  const cell = unit.cells.find((each) => each.itemId === itemId);
  if (!cell || cell.coverable === 0) return <td className="none">–</td>;
  const { covered, coverable, returned } = cell;
  const label = t('overview.cellLabel', { unit: unit.name, item: itemId, covered, coverable });
  return (
    <td>
      <button
        type="button"
        className={`cell gap${gapOf(cell)}`}
        tabIndex={reachable ? 0 : -1}
        data-cell={place}
        data-figure={`${covered}/${coverable}`}
        aria-label={returned ? `${label}，${t('overview.returned')}` : label}
        onFocus={onFocus}
        onClick={onOpen}
      >
        {returned && <i className="corner-mark" />}
      </button>
    </td>
  );
};
