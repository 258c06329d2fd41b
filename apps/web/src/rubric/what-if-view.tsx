import type { WhatIf } from '@mofan/contracts/rubric-draft';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, useCycles } from '../shell/cycle.ts';
import { interval, points } from '../ui/format.ts';
import { Field } from '../ui/field.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { useWhatIf } from './queries.ts';

type Unit = WhatIf['units'][number];

/** 如果: the units of a year, closed or not, under this table: who moves, on which line, by which rule. */
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
  const moved = asked.units.filter(({ lines }) => lines.length > 0).length;
  return (
    <>
      <p className="what-if-sum" data-testid="what-if-sum" role="status">
        <b>{moved === 0 ? t('rubric.nobodyMoves') : t('rubric.someMove', { moved, all: asked.units.length })}</b>{' '}
        <span className="note">
          {t('rubric.comparedWith', { title: asked.before.title, version: asked.before.version })}
        </span>
      </p>
      <div className="what-if-frame" tabIndex={0} role="region" aria-label={t('rubric.tab.whatIf')}>
        <table className="grid-table what-if">
          <thead>
            <tr>
              <th scope="col">{t('rubric.unit')}</th>
              <th scope="col">{t('rubric.before')}</th>
              <th scope="col">{t('rubric.after')}</th>
              <th scope="col">{t('rubric.change')}</th>
              <th scope="col">{t('rubric.place')}</th>
              <th scope="col">{t('rubric.movedLines')}</th>
            </tr>
          </thead>
          <tbody>
            {asked.units.map((unit) => (
              <UnitRow key={unit.unitId} unit={unit} rules={asked.rules} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

const UnitRow = ({ unit, rules }: { unit: Unit; rules: WhatIf['rules'] }) => {
  const { t } = useTranslation();
  const { name, before, after, change, lines } = unit;
  const figure = ({ floor, ceiling }: Unit['before']) => interval(floor, ceiling);
  return (
    <tr data-testid={`what-if-${unit.unitId}`}>
      <th scope="row">{name}</th>
      <td className="nowrap">{figure(before)}</td>
      <td className="nowrap">{figure(after)}</td>
      <td className={`nowrap ${change?.startsWith('-') ? 'plum' : 'text2'}`}>
        {change === null ? t('rubric.notSettled') : points(change)}
      </td>
      <td className="nowrap">{before.place === after.place ? before.place : `${before.place} → ${after.place}`}</td>
      <td>
        {lines.length > 0 && (
          <details>
            <summary>{t('rubric.linesMoved', { n: lines.length })}</summary>
            <ul className="moved-lines">
              {lines.map((line) => (
                <MovedLine key={line.line} line={line} rule={rules.find((rule) => rule.line === line.line)} />
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
};

const MovedLine = ({ line, rule }: { line: Unit['lines'][number]; rule: WhatIf['rules'][number] | undefined }) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <li>
      <b>{line.line}</b> {line.before ?? t('rubric.noLine')} → {line.after ?? t('rubric.noLine')}
      <div className="note">
        {t('rubric.ruleBefore')} {rule?.before?.[language] ?? t('rubric.noLine')}
      </div>
      <div className="note">
        {t('rubric.ruleAfter')} {rule?.after?.[language] ?? t('rubric.noLine')}
      </div>
    </li>
  );
};
