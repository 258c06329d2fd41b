import type { Scorecard } from '@mofan/rubric/scorecard';
import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { categoriesOf, leafPlaces } from '../rubric/tree.ts';
import { interval, points } from '../ui/format.ts';
import { IntervalBar } from '../ui/interval-bar.tsx';

interface Props {
  card: Scorecard;
  rubric: Rubric;
  leaf: string | null;
}

/** The total and the categories in one line. */
export const Strip = ({ card, rubric, leaf }: Props) => {
  const { t } = useTranslation();
  const { total } = card;
  const picked = leafPlaces(rubric).find((place) => place.leaf.id === leaf)?.category.id;
  return (
    <div className="card strip">
      <div data-testid="total">
        <div className="small text2">
          {t('scorecard.total')}{' '}
          <span className="text3">/ {t('scorecard.points', { points: points(total.points) })}</span>
        </div>
        <div className="sum">{interval(total.floor, total.ceiling)}</div>
        <IntervalBar {...total} />
        <div className="note">
          {t('scorecard.settled', { n: total.settled, of: total.leaves })}
          <span className="legend">{t('scorecard.legend')}</span>
        </div>
      </div>
      {categoriesOf(rubric).map(({ id, title }) => {
        const group = card.groups.find((each) => each.id === id);
        return (
          group && (
            <div key={id} className={id === picked ? 'picked' : undefined} data-testid={`category-${id}`}>
              <div className="row between">
                <span>{title}</span>
                <span className="note" title={t('scorecard.settledOf')}>
                  {group.settled}/{group.leaves}
                </span>
              </div>
              <div className="part">
                {interval(group.floor, group.ceiling)}
                <small> / {points(group.points)}</small>
              </div>
              <IntervalBar {...group} />
            </div>
          )
        );
      })}
    </div>
  );
};
