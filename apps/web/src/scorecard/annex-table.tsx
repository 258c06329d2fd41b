import type { Group, Rubric } from '@mofan/rubric/rubric';
import type { GroupScore, LeafScore, Scorecard } from '@mofan/rubric/scorecard';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { leafPlaces, worthOf } from '../rubric/tree.ts';
import { interval, points } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Figure } from './figure.tsx';

interface Props {
  card: Scorecard;
  rubric: Rubric;
  picked: string | null;
  onPick: (lineId: string) => void;
}

/** Up and down walk from figure to figure; Enter opens, as on any button. */
const walk = (event: KeyboardEvent<HTMLElement>) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step || event.nativeEvent.isComposing) return;
  const figures = [...event.currentTarget.querySelectorAll<HTMLElement>('.score .figure')];
  const next = figures[figures.findIndex((figure) => figure === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

/** The annex as the plan prints it, a figure in every row. On a phone the rows stack into cards per item. */
export const AnnexTable = ({ card, rubric, picked, onPick }: Props) => {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    // whoever comes by a link to a figure sees its row; whoever clicks sees it already
    table.current?.querySelector('tr.picked')?.scrollIntoView({ block: 'center' });
  }, []);
  const places = leafPlaces(rubric);
  const leaves = new Map(card.leaves.map((leaf) => [leaf.id, leaf]));
  const groups = new Map([card.total, ...card.groups].map((group) => [group.id, group]));
  const rowsOf = (group: Group) => places.filter(({ category, item }) => category === group || item === group).length;
  return (
    <div className="card">
      <table ref={table} className="grid-table sheet annex" onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">{t('scorecard.category')}</th>
            <th scope="col">{t('scorecard.item')}</th>
            <th scope="col">{t('scorecard.worth')}</th>
            <th scope="col">{t('scorecard.criterion')}</th>
            <th scope="col">{t('scorecard.evidence')}</th>
            <th scope="col">{t('scorecard.score')}</th>
            <th scope="col">{t('scorecard.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ leaf, item, category }, index) => {
            const before = places[index - 1];
            const score = leaves.get(leaf.id);
            return (
              <tr key={leaf.id} className={leaf.id === picked ? 'picked' : undefined} data-testid={`row-${leaf.id}`}>
                {before?.category !== category && <CategoryCell category={category} rows={rowsOf(category)} />}
                {before?.item !== item && <ItemCells item={item} rows={rowsOf(item)} />}
                <td className="text">
                  {leaf.id.split('.').at(-1)}.{leaf.text}
                  <span className="nowrap">{t('scorecard.worthOf', { points: points(worthOf(leaf)) })}</span>
                </td>
                <EvidenceCell score={score} />
                <td className="score">
                  {score && (
                    <Figure leaf={leaf} score={score} rubric={rubric} picked={leaf.id === picked} onPick={onPick} />
                  )}
                </td>
                {before?.item !== item && (
                  <SumCell
                    score={groups.get(item.id)}
                    rows={rowsOf(item)}
                    picked={item.id === picked}
                    onPick={onPick}
                  />
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const CategoryCell = ({ category, rows }: { category: Group; rows: number }) => {
  const { t } = useTranslation();
  return (
    <td rowSpan={rows} className="category">
      <b>{category.title}</b>
      <div className="note">{t('scorecard.worthOf', { points: points(worthOf(category)) })}</div>
    </td>
  );
};

const ItemCells = ({ item, rows }: { item: Group; rows: number }) => (
  <>
    <td rowSpan={rows} className="item">
      <b>
        {item.id}.{item.title}
      </b>
    </td>
    <td rowSpan={rows} className="worth">
      {points(worthOf(item))}
    </td>
  </>
);

interface SumCellProps {
  score: GroupScore | undefined;
  rows: number;
  picked: boolean;
  onPick: (lineId: string) => void;
}

const SumCell = ({ score, rows, picked, onPick }: SumCellProps) => (
  <td rowSpan={rows} className="item-sum">
    {score && (
      <button
        type="button"
        className="figure"
        aria-expanded={picked}
        data-testid={`sum-${score.id}`}
        onClick={() => onPick(score.id)}
      >
        <b>{interval(score.floor, score.ceiling)}</b>
      </button>
    )}
  </td>
);

const EvidenceCell = ({ score }: { score: LeafScore | undefined }) => {
  const { t } = useTranslation();
  if (!score || score.evidence === null) return <td className="evidence text2">{t('scorecard.byRegister')}</td>;
  if (score.evidence > 0) return <td className="evidence text2">{t('scorecard.pieces', { n: score.evidence })}</td>;
  return (
    <td className="evidence ochre">
      <Icon name="warning" /> {t('scorecard.none')}
    </td>
  );
};
