import type { WhatIf } from '@mofan/contracts/what-if';
import { useTranslation } from 'react-i18next';
import { Alike } from './what-if-alike.tsx';

type Consequence = WhatIf['consequences'][number];
type Happening = Consequence['moves'][number]['units'][number]['before'];

/** For whom something else follows under the other table, with the reason; a sentence where nothing does. */
export const FollowsOtherwise = ({ asked }: { asked: WhatIf }) => {
  const { t } = useTranslation();
  if (asked.consequences.length === 0) return null;
  const told = asked.consequences.filter(({ moves }) => moves.length > 0);
  if (told.length === 0) return <p className="what-if-sum note">{t('rubric.sameFollows')}</p>;
  return told.map((consequence) => (
    <ConsequenceMoves key={consequence.consequence} consequence={consequence} asked={asked} />
  ));
};

const ConsequenceMoves = ({ consequence, asked }: { consequence: Consequence; asked: WhatIf }) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { title, lacking, moves } = consequence;
  const names = new Map(asked.units.map(({ unitId, name }) => [unitId, name]));
  const said = (happening: Happening, side: 'before' | 'after'): string =>
    lacking === side ? t('rubric.noConsequence') : (happening?.[language] ?? t('rubric.doesNotFollow'));
  return (
    <section className="selection-moves" aria-label={title}>
      <h3>{t('rubric.consequenceOf', { name: title })}</h3>
      <Alike asked={asked} moves={moves}>
        {({ unitId, before, after }) => (
          <>
            <b>{names.get(unitId)}</b> {said(before, 'before')} → {said(after, 'after')}
          </>
        )}
      </Alike>
    </section>
  );
};
