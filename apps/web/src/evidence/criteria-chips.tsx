import { useTranslation } from 'react-i18next';
import type { Rubric } from '@mofan/rubric/rubric';
import { leafPlaces, takesEvidence } from '../rubric/tree.ts';
import { Icon } from '../ui/icon.tsx';

interface Props {
  rubric: Rubric;
  criteria: readonly string[];
  /** which session of the year it would be, by criterion */
  ordinals: ReadonlyMap<string, number>;
  fault: boolean;
  onChange: (criteria: string[]) => void;
}

/** 同时计入: proposed by the kind, taken away by a click, added from the table. */
export const CriteriaChips = ({ rubric, criteria, ordinals, fault, onChange }: Props) => {
  const { t } = useTranslation();
  const places = leafPlaces(rubric).filter(({ leaf }) => takesEvidence(leaf));
  return (
    <div className="chips" role="group" aria-label={t('evidence.countsFor')}>
      <span className="text2">{t('evidence.countsFor')}</span>
      {criteria.map((id) => (
        <button
          key={id}
          type="button"
          className="status blue"
          title={places.find(({ leaf }) => leaf.id === id)?.leaf.text}
          data-testid={`criterion-${id}`}
          onClick={() => onChange(criteria.filter((each) => each !== id))}
        >
          <Icon name="check" />
          <span className="sr-only">{t('evidence.removeCriterion')}</span>
          {ordinals.has(id) ? t('evidence.nth', { id, n: ordinals.get(id) }) : id}
        </button>
      ))}
      <select
        className="status dashed"
        aria-label={t('evidence.addCriterion')}
        value=""
        onChange={({ target }) => onChange([...criteria, target.value])}
      >
        <option value="">+ {t('evidence.addCriterion')}</option>
        {places
          .filter(({ leaf }) => !criteria.includes(leaf.id))
          .map(({ leaf }) => (
            <option key={leaf.id} value={leaf.id}>
              {leaf.id} {leaf.text.slice(0, 24)}
            </option>
          ))}
      </select>
      {fault && (
        <span className="plum" role="alert">
          {t('evidence.fault.criteria')}
        </span>
      )}
    </div>
  );
};
