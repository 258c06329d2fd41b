import type { WhatIf } from '@mofan/contracts/what-if';
import { useTranslation } from 'react-i18next';

/** Names and changes that are read at a glance; the table below has all units, the comparison of versions all changes. */
const AT_A_GLANCE = 12;

type Change = WhatIf['changes'][number];

/** Changes that move the same units. */
interface Moving {
  units: string[];
  changes: Change[];
}

/** What changed, with the units that each change moves in any way; how many changes move none. */
export const ByChange = ({ asked }: { asked: WhatIf }) => {
  const { t } = useTranslation();
  const moving = movingIn(asked);
  if (moving.length === 0) return null;
  const idle = asked.changes.length - moving.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <section className="by-change" aria-label={t('rubric.byChange')} data-testid="by-change">
      <h3>{t('rubric.byChange')}</h3>
      {moving.map((each) => (
        <MovingGroup key={each.units.join()} moving={each} ofUnits={asked.units.length} />
      ))}
      {idle > 0 && <p className="note">{t('rubric.idleChanges', { n: idle })}</p>}
    </section>
  );
};

const MovingGroup = ({ moving: { units, changes }, ofUnits }: { moving: Moving; ofUnits: number }) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [shown, rest] = [changes.slice(0, AT_A_GLANCE), changes.slice(AT_A_GLANCE)];
  const names = units.slice(0, AT_A_GLANCE).join(language === 'en' ? ', ' : '、');
  const whom = units.length === ofUnits ? 'allUnits' : units.length > AT_A_GLANCE ? 'andOtherUnits' : 'theUnits';
  const listed = (some: readonly Change[]) => (
    <ul>
      {some.map((change, n) => (
        <li key={n}>{change[language]}</li>
      ))}
    </ul>
  );
  return (
    <div className="moving">
      <p className="note">{t(`rubric.${whom}`, { units: names, n: units.length })}</p>
      {listed(shown)}
      {rest.length > 0 && (
        <details>
          <summary>{t('rubric.moreChanges', { n: rest.length })}</summary>
          {listed(rest)}
        </details>
      )}
    </div>
  );
};

/** Every change that is a reason, beside those that move the same units; in the order of the changes. */
const movingIn = (asked: WhatIf): Moving[] => {
  const groups = new Map<string, Moving>();
  for (const [n, change] of asked.changes.entries()) {
    const units = movedBy(asked, n);
    if (units.length === 0) continue;
    const key = JSON.stringify(units);
    const group = groups.get(key) ?? { units, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** The names of the units that move because of the n-th change, are chosen otherwise, or for whom something else follows. */
const movedBy = ({ units, selections, consequences }: WhatIf, n: number): string[] => {
  const moves = [...selections.flatMap(({ moves }) => moves), ...consequences.flatMap(({ moves }) => moves)];
  const beyond = new Set(
    moves.flatMap(({ because, units }) => (because.includes(n) ? units.map(({ unitId }) => unitId) : [])),
  );
  return units.filter(({ unitId, because }) => because.includes(n) || beyond.has(unitId)).map(({ name }) => name);
};
