import type { RubricFinding } from '@mofan/contracts/rubric';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { findingKey, rulingsOn, withoutPlace, type Reading } from './reading.ts';

interface Props {
  reading: Reading;
  finding: RubricFinding;
  picked: string | null;
  onPick: (key: string) => void;
}

/** How far a finding has come: settled, read but not signed, or nobody's yet. */
export const stateOf = ({ settledBy, proposedBy, severity }: RubricFinding) =>
  settledBy.length > 0
    ? ({ word: 'settled', icon: 'check', tone: 'green' } as const)
    : ({
        word: proposedBy.length > 0 ? 'unsigned' : 'unsettled',
        icon: proposedBy.length > 0 ? 'clock' : 'warning',
        tone: severity === 'error' ? 'plum' : 'ochre',
      } as const);

/** One finding beside its line: the ruling on it, the contradiction in a phrase, and what became of it. */
export const FindingButton = ({ finding, picked, onPick }: Props) => {
  const { t, i18n } = useTranslation();
  const { word, icon, tone } = stateOf(finding);
  const key = findingKey(finding);
  const rulings = rulingsOn(finding);
  return (
    <button
      type="button"
      className={`finding ${tone}`}
      aria-pressed={key === picked}
      data-testid={`finding-${finding.code}`}
      onClick={() => onPick(key)}
    >
      <span className={`${tone} nowrap`}>
        <Icon name={icon} /> <b>{rulings.slice(0, 2).join(' ')}</b>
      </span>
      <span className="grow">{withoutPlace(i18n.language === 'en' ? finding.en : finding.zh)}</span>
      <span className={`${tone} nowrap`}>{t(`rubric.${word}`)}</span>
    </button>
  );
};

/** What is found on many lines alike is told on the first of them, and named on the others. */
export const FoundElsewhere = ({ found }: { found: readonly RubricFinding[] }) => {
  const { t } = useTranslation();
  const firsts = [...new Set(found.map(({ leaves }) => leaves[0]))];
  return firsts.map((leaf) => (
    <p key={leaf} className="note same">
      {t('rubric.sameAs', { leaf })}
    </p>
  ));
};
