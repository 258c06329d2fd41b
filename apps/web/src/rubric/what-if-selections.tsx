import type { WhatIf } from '@mofan/contracts/what-if';
import { useTranslation } from 'react-i18next';
import { Alike } from './what-if-alike.tsx';

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
  const { title, group, moves, after } = selection;
  const names = new Map(asked.units.map(({ unitId, name }) => [unitId, name]));
  const name = group === '' ? title : `${title} · ${group}`;
  return (
    <section className="selection-moves" aria-label={name}>
      <h3>{t('rubric.selectionOf', { name })}</h3>
      {after && after.open.length > 0 && <p className="note">{t('rubric.stillOpen', { n: after.open.length })}</p>}
      <Alike asked={asked} moves={moves}>
        {({ unitId, before, after }) => (
          <>
            <b>{names.get(unitId)}</b> {t(`rubric.chosen.${before ?? 'none'}`)} →{' '}
            {t(`rubric.chosen.${after ?? 'none'}`)}
          </>
        )}
      </Alike>
    </section>
  );
};
