import type { WhatIf } from '@mofan/contracts/what-if';
import { useTranslation } from 'react-i18next';
import { Reasons } from './reasons.tsx';

type Selection = WhatIf['selections'][number];

/** The selections that choose others under the other table, with the reason; a sentence where none does. */
export const ChosenOthers = ({ asked }: { asked: WhatIf }) => {
  const { t } = useTranslation();
  if (asked.selections.length === 0) return null;
  const told = asked.selections.filter(({ moves, after }) => moves.length > 0 || (after?.open.length ?? 0) > 0);
  if (told.length === 0) return <p className="what-if-sum note">{t('rubric.sameChosen')}</p>;
  return told.map((selection) => (
    <SelectionMoves key={`${selection.selection} ${selection.group}`} selection={selection} asked={asked} />
  ));
};

const SelectionMoves = ({ selection, asked }: { selection: Selection; asked: WhatIf }) => {
  const { t } = useTranslation();
  const { title, group, moves, because, after } = selection;
  const units = new Map(asked.units.map((unit) => [unit.unitId, unit]));
  const reasons = [...new Set([...because, ...moves.flatMap(({ unitId }) => units.get(unitId)?.because ?? [])])];
  const name = group === '' ? title : `${title} · ${group}`;
  return (
    <section className="selection-moves" aria-label={name}>
      <h3>{t('rubric.selectionOf', { name })}</h3>
      <ul>
        {moves.map(({ unitId, before, after }) => (
          <li key={unitId}>
            <b>{units.get(unitId)?.name}</b> {t(`rubric.chosen.${before ?? 'none'}`)} →{' '}
            {t(`rubric.chosen.${after ?? 'none'}`)}
          </li>
        ))}
      </ul>
      {after && after.open.length > 0 && <p className="note">{t('rubric.stillOpen', { n: after.open.length })}</p>}
      {moves.length > 0 && <Reasons asked={asked} because={reasons} others={reasons.length === 0} />}
    </section>
  );
};
