import type { Leaf, Rubric } from '@mofan/rubric/rubric';
import type { Contribution } from '@mofan/rubric/contribution';
import type { LeafScore } from '@mofan/rubric/scorecard';
import { useTranslation } from 'react-i18next';
import { interval, loss, points } from '../ui/format.ts';
import { IntervalBar } from '../ui/interval-bar.tsx';
import { Status } from '../ui/status.tsx';

interface Props {
  leaf: Leaf;
  score: LeafScore;
  rubric: Rubric;
  picked: boolean;
  onPick: (lineId: string) => void;
}

/** One figure, a button: it opens where it comes from. */
export const Figure = ({ leaf, score, rubric, picked, onPick }: Props) => {
  const { t } = useTranslation();
  const { id, floor, ceiling, settled, byRule } = score;
  const value = interval(floor, ceiling);
  return (
    <button
      type="button"
      className="figure"
      aria-expanded={picked}
      data-testid={`figure-${id}`}
      data-value={value}
      onClick={() => onPick(id)}
    >
      <span className="sr-only">{t('scorecard.figureLabel', { id, points: points(score.points) })}</span>
      <span className="row between">
        <b className={`value${settled ? '' : ' open'}`}>{value}</b>
        <LeafStatus score={score} rubric={rubric} />
      </span>
      <IntervalBar points={score.points} floor={floor} ceiling={ceiling} deducted={byRule} />
      {score.contributions.map((contribution, index) => (
        <Remark key={index} contribution={contribution} leaf={leaf} rubric={rubric} />
      ))}
    </button>
  );
};

const LeafStatus = ({ score, rubric }: { score: LeafScore; rubric: Rubric }) => {
  const { t } = useTranslation();
  if (score.byRule)
    return (
      <Status icon="lock" bare>
        {t('scorecard.byRule')}
      </Status>
    );
  if (score.settled) {
    const grade = rubric.grades.find(({ code }) => code === score.grade)?.title ?? '';
    return (
      <Status icon="check" tone="green" bare>
        {t('scorecard.decided', { grade })}
      </Status>
    );
  }
  const marked = score.contributions.some(({ kind }) => kind === 'mark');
  if (marked)
    return (
      <Status icon="half" bare>
        {t('scorecard.undecided')}
      </Status>
    );
  return (
    <Status icon="clock" bare>
      {t('scorecard.unmarked')}
    </Status>
  );
};

/** What a figure says about itself at a glance; the rest stands in the panel. */
const Remark = ({ contribution, leaf, rubric }: { contribution: Contribution; leaf: Leaf; rubric: Rubric }) => {
  const { t } = useTranslation();
  switch (contribution.kind) {
    case 'deduction': {
      const rate = leaf.from.cases?.deduct?.find(({ id }) => id === contribution.rate);
      return (
        <span className="remark plum">
          {loss(contribution.amount)} {t('scorecard.oneCase', { title: rate?.title ?? contribution.rate })}
        </span>
      );
    }
    case 'addition': {
      const rate = leaf.from.cases?.add?.find(({ id }) => id === contribution.rate);
      return (
        <span className="remark">
          +{points(contribution.amount)} {t('scorecard.oneCase', { title: rate?.title ?? contribution.rate })}
        </span>
      );
    }
    case 'step':
    case 'alert':
      return <span className="remark">{contribution.text}</span>;
    case 'not-applicable':
      return <span className="remark">{contribution.reason}</span>;
    case 'excess':
      return <span className="remark plum">{t('scorecard.excess', { points: points(contribution.amount) })}</span>;
    case 'count': {
      const counts = rubric.metrics.find(({ id }) => id === contribution.metric)?.counts;
      const kind = rubric.evidenceKinds.find(({ id }) => id === counts)?.title ?? contribution.metric;
      const grade = rubric.grades.find(({ code }) => code === contribution.gradeAtMost)?.title ?? '';
      const { count, least, caps } = contribution;
      return (
        <span className="remark" data-testid={`count-${leaf.id}`}>
          {t('scorecard.count', { kind, count, least })}
          {caps && ` · ${t('scorecard.capped', { grade })}`}
        </span>
      );
    }
    case 'open':
    case 'evidence':
    case 'mark':
    case 'refused':
    case 'formula':
    case 'combined':
    case 'tally':
    case 'left-out':
    case 'may-not-apply':
    case 'decision':
      return null;
  }
};
