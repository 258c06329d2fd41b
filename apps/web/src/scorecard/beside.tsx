import type { Rubric } from '@mofan/rubric/rubric';
import type { Follows, LeafScore, Scorecard } from '@mofan/rubric/scorecard';
import { useTranslation } from 'react-i18next';
import { interval } from '../ui/format.ts';

interface Props {
  card: Scorecard;
  rubric: Rubric;
  picked: string | null;
  onPick: (lineId: string) => void;
}

/** What stands beside the tree: derived figures, and what follows from the figures. Most tables have neither. */
export const Beside = ({ card, rubric, picked, onPick }: Props) => {
  const { t } = useTranslation();
  const { figures = [], follows = [] } = card;
  if (figures.length === 0 && follows.length === 0) return null;
  return (
    <div className="card beside" data-testid="beside">
      {figures.length > 0 && <h2>{t('scorecard.figuresBeside')}</h2>}
      <ul className="parts">
        {figures.map((figure) => (
          <li key={figure.id}>
            <button
              type="button"
              className="row between medium"
              aria-expanded={figure.id === picked}
              data-testid={`figure-${figure.id}`}
              onClick={() => onPick(figure.id)}
            >
              <span>{rubric.figures?.find(({ id }) => id === figure.id)?.text ?? figure.id}</span>
              <b className="nowrap">{figureOf(figure, rubric)}</b>
            </button>
          </li>
        ))}
      </ul>
      {follows.length > 0 && <h2>{t('scorecard.follows')}</h2>}
      <ul className="parts">
        {follows.map((each) => (
          <li key={each.id} className="row between medium" data-testid={`follows-${each.id}`}>
            <span>
              {each.title}
              {each.open && <span className="note"> {t('scorecard.followsOpen')}</span>}
            </span>
            <b className="nowrap">{consequenceOf(each)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
};

const figureOf = ({ floor, ceiling, grade }: LeafScore, { grades }: Rubric): string =>
  [interval(floor, ceiling), grades.find(({ code }) => code === grade)?.title].filter(Boolean).join(' · ');

const consequenceOf = ({ due, floor, ceiling }: Follows): string =>
  [due, floor !== null && ceiling !== null && interval(floor, ceiling)].filter(Boolean).join(' · ');
