import type { WhatIf } from '@mofan/contracts/what-if';
import { useTranslation } from 'react-i18next';

/** Names that are read at a glance; the table below has them all. */
const AT_A_GLANCE = 12;

/** What changed, with the units that each change moves or has chosen otherwise; how many changes move none. */
export const ByChange = ({ asked }: { asked: WhatIf }) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const moving = asked.changes.map((change, n) => ({ change, units: movedBy(asked, n) }));
  const felt = moving.filter(({ units }) => units.length > 0);
  if (felt.length === 0) return null;
  const idle = moving.length - felt.length;
  return (
    <section className="by-change" aria-label={t('rubric.byChange')} data-testid="by-change">
      <h3>{t('rubric.byChange')}</h3>
      <ul>
        {felt.map(({ change, units }, n) => (
          <li key={n}>
            {change[language]}
            <div className="note">
              {t(units.length > AT_A_GLANCE ? 'rubric.andOtherUnits' : 'rubric.theUnits', {
                units: units.slice(0, AT_A_GLANCE).join(language === 'en' ? ', ' : '、'),
                n: units.length,
              })}
            </div>
          </li>
        ))}
      </ul>
      {idle > 0 && <p className="note">{t('rubric.idleChanges', { n: idle })}</p>}
    </section>
  );
};

/** The names of the units that move because of the n-th change, or come out of a selection otherwise. */
const movedBy = ({ units, selections }: WhatIf, n: number): string[] => {
  const chosen = new Set(
    selections.flatMap(({ moves }) => moves.filter(({ because }) => because.includes(n)).map(({ unitId }) => unitId)),
  );
  return units.filter(({ unitId, because }) => because.includes(n) || chosen.has(unitId)).map(({ name }) => name);
};
