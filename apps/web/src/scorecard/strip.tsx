import type { GroupScore, Scorecard } from '@mofan/rubric/scorecard';
import type { Rubric } from '@mofan/rubric/rubric';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categoriesOf, leafPlaces } from '../rubric/tree.ts';
import { interval, points } from '../ui/format.ts';
import { IntervalBar } from '../ui/interval-bar.tsx';

interface Props {
  card: Scorecard;
  rubric: Rubric;
  /** the line whose source is open */
  picked: string | null;
  onPick: (lineId: string) => void;
}

/** The total and the categories in one line; each opens where it comes from. */
export const Strip = ({ card, rubric, picked, onPick }: Props) => {
  const { t } = useTranslation();
  const { total } = card;
  const within = leafPlaces(rubric).find(({ leaf, item }) => leaf.id === picked || item.id === picked)?.category.id;
  return (
    <div className="card strip">
      <Sum score={total} rubric={rubric} testId="total" picked={picked === total.id} onPick={onPick}>
        <span className="small text2">
          {t('scorecard.total')}{' '}
          <span className="text3">/ {t('scorecard.points', { points: points(total.points) })}</span>
        </span>
        <b className="sum">{interval(total.floor, total.ceiling)}</b>
        <IntervalBar {...total} />
        <span className="note">
          {t('scorecard.settled', { n: total.settled, of: total.leaves })}
          <span className="legend">{t('scorecard.legend')}</span>
        </span>
      </Sum>
      {categoriesOf(rubric).map(({ id, title }) => {
        const group = card.groups.find((each) => each.id === id);
        return (
          group && (
            <Sum
              key={id}
              score={group}
              rubric={rubric}
              testId={`category-${id}`}
              picked={id === (within ?? picked)}
              onPick={onPick}
            >
              <span className="row between">
                <span>{title}</span>
                <span className="note" title={t('scorecard.settledOf')}>
                  {group.settled}/{group.leaves}
                </span>
              </span>
              <b className="part">
                {interval(group.floor, group.ceiling)}
                <small> / {points(group.points)}</small>
              </b>
              <IntervalBar {...group} />
            </Sum>
          )
        );
      })}
    </div>
  );
};

interface SumProps {
  score: GroupScore;
  rubric: Rubric;
  testId: string;
  picked: boolean;
  onPick: (lineId: string) => void;
  children: ReactNode;
}

const Sum = ({ score, rubric, testId, picked, onPick, children }: SumProps) => (
  <button
    type="button"
    className={picked ? 'picked' : undefined}
    aria-expanded={picked}
    data-testid={testId}
    onClick={() => onPick(score.id)}
  >
    {children}
    <Verdict score={score} rubric={rubric} />
  </button>
);

/** The grade of a sum, and the rules that changed it (一票否决); a plain sum has neither. */
const Verdict = ({ score, rubric }: { score: GroupScore; rubric: Rubric }) => {
  const grade = rubric.grades.find(({ code }) => code === score.grade)?.title;
  const gates = (score.contributions ?? []).flatMap((each) =>
    each.kind === 'step' && each.step === 'gate' && !each.open ? [each.text] : [],
  );
  return (
    <>
      {grade && <b className="small">{grade}</b>}
      {gates.map((because) => (
        <span key={because} className="note plum">
          {because}
        </span>
      ))}
    </>
  );
};
