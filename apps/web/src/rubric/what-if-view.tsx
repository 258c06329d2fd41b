import type { WhatIf } from '@mofan/contracts/what-if';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, useCycles } from '../shell/cycle.ts';
import { Field } from '../ui/field.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { useWhatIf } from './queries.ts';
import { ChosenOthers } from './what-if-selections.tsx';
import { ByChange } from './what-if-changes.tsx';
import { FollowsOtherwise } from './what-if-consequences.tsx';
import { UnitRow } from './what-if-unit.tsx';
import './compare.css';

/** 如果: the units of a year, closed or not, under this table: who moves, who is chosen, what follows, by which rule. */
export const WhatIfView = ({ of }: { of: Parameters<typeof useWhatIf>[0] }) => {
  const { t } = useTranslation();
  const { data: cycles = [] } = useCycles();
  const [chosen, choose] = useState<string>();
  // a year that is over says most: its figures no longer follow the facts
  const cycleId = chosen ?? (cycles.find(isClosed) ?? cycles[0])?.cycleId;
  const query = useWhatIf(of, cycleId);
  if (cycles.length === 0) return <Empty>{t('rubric.noYears')}</Empty>;
  return (
    <section className="card" aria-label={t('rubric.tab.whatIf')}>
      <div className="what-if-head">
        <Field label={t('shell.year')}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              data-testid="what-if-year"
              value={cycleId}
              onChange={({ target }) => choose(target.value)}
            >
              {cycles.map((cycle) => (
                <option key={cycle.cycleId} value={cycle.cycleId}>
                  {t(isClosed(cycle) ? 'shell.closedYear' : 'shell.yearOf', { year: cycle.year })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="note">{t('rubric.whatIfHint')}</p>
      </div>
      <Loaded query={query} what={t('rubric.whatIfFailed')} rows={12}>
        {(asked) => <Moved asked={asked} />}
      </Loaded>
    </section>
  );
};

const Moved = ({ asked }: { asked: WhatIf }) => {
  const { t } = useTranslation();
  const moved = asked.units.filter((unit) => unit.moved).length;
  return (
    <>
      <p className="what-if-sum" data-testid="what-if-sum" role="status">
        <b>{moved === 0 ? t('rubric.nobodyMoves') : t('rubric.someMove', { moved, all: asked.units.length })}</b>{' '}
        <span className="note">
          {t('rubric.comparedWith', { title: asked.before.title, version: asked.before.version })}
        </span>
      </p>
      <ChosenOthers asked={asked} />
      <FollowsOtherwise asked={asked} />
      <ByChange asked={asked} />
      <div className="what-if-frame" tabIndex={0} role="region" aria-label={t('rubric.tab.whatIf')}>
        <table className="grid-table what-if">
          <thead>
            <tr>
              <th scope="col">{t('rubric.unit')}</th>
              <th scope="col">{t('rubric.before')}</th>
              <th scope="col">{t('rubric.after')}</th>
              <th scope="col">{t('rubric.change')}</th>
              <th scope="col">{t('rubric.place')}</th>
              <th scope="col">{t('rubric.because')}</th>
            </tr>
          </thead>
          <tbody>
            {asked.units.map((unit) => (
              <UnitRow key={unit.unitId} unit={unit} asked={asked} />
            ))}
          </tbody>
        </table>
      </div>
      <OneSided facts={asked.oneSided} />
    </>
  );
};

/** What facts name and one of the versions lacks: it counts under the other alone. */
const OneSided = ({ facts }: { facts: WhatIf['oneSided'] }) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  if (facts.length === 0) return null;
  return (
    <details className="one-sided">
      <summary>{t('rubric.oneSided', { n: facts.length })}</summary>
      <ul>
        {facts.map(({ kind, name, called, lacking, units }) => (
          <li key={`${kind} ${name}`}>
            {t(`rubric.oneOf.${kind}`)} {called[language]}{' '}
            <span className="note">{t(`rubric.lacking.${lacking}`, { units })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
