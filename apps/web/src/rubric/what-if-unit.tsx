import type { WhatIf } from '@mofan/contracts/what-if';
import { useTranslation } from 'react-i18next';
import { points } from '../ui/format.ts';
import { Reasons } from './reasons.tsx';

type Unit = WhatIf['units'][number];
type Rule = WhatIf['rules'][number];

/** Reasons that are read at a glance; all of them stand with their lines. */
const AT_A_GLANCE = 2;

/** One unit under either table, with the reason where it moves, and line by line where one asks. */
export const UnitRow = ({ unit, asked }: { unit: Unit; asked: WhatIf }) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { name, moved, before, after, change, lines } = unit;
  return (
    <tr data-testid={`what-if-${unit.unitId}`} className={moved ? undefined : 'unmoved'}>
      <th scope="row">{name}</th>
      <td className="nowrap" data-label={t('rubric.before')}>
        {before[language]}
      </td>
      <td className="nowrap" data-label={t('rubric.after')}>
        {after[language]}
      </td>
      <td data-label={t('rubric.change')} className={`nowrap ${change?.startsWith('-') ? 'plum' : 'text2'}`}>
        {change !== null ? points(change) : before[language] === after[language] ? null : t('rubric.notSettled')}
      </td>
      <td data-label={t('rubric.place')} className="nowrap">
        {placeText(before.place) !== placeText(after.place) && `${placeText(before.place)} → `}
        {placeText(after.place)}
        {unit.placeOpen && <div className="note">{t('rubric.placeOpen')}</div>}
      </td>
      <td className="moved-because">
        {moved && <Reasons asked={asked} because={unit.because} others={unit.becauseOfOthers} most={AT_A_GLANCE} />}
        {lines.length > 0 && (
          <details>
            <summary>{t('rubric.linesMoved', { n: lines.length })}</summary>
            <ul className="moved-lines">
              {lines.map((line) => (
                <MovedLine
                  key={line.line}
                  line={line}
                  asked={asked}
                  rule={asked.rules.find((rule) => rule.line === line.line)}
                />
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
};

/** The place, or between which places while figures are open. */
const placeText = (place: Unit['before']['place']): string =>
  place === null ? '—' : place.best === place.worst ? `${place.best}` : `${place.best}–${place.worst}`;

const MovedLine = ({ line, asked, rule }: { line: Unit['lines'][number]; asked: WhatIf; rule: Rule | undefined }) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const none = t('rubric.noLine');
  const nameOf = (id: string): string =>
    id === asked.total
      ? t('rubric.partOf.table')
      : (asked.rules.find((each) => each.line === id)?.title[language] ?? id);
  const name = nameOf(line.line);
  return (
    <li>
      <b className="moved-line" title={name}>
        {name}
      </b>
      {line.before?.[language] ?? none} → {line.after?.[language] ?? none}
      {line.because.length > 0 && <Reasons asked={asked} because={line.because} />}
      {line.follows.length > 0 && (
        <p className="note">
          {t('rubric.follows', { lines: line.follows.map(nameOf).join(language === 'en' ? ', ' : '、') })}
        </p>
      )}
      {rule && rule.before?.[language] !== rule.after?.[language] && (
        <>
          <div className="note">
            {t('rubric.ruleBefore')} {rule.before?.[language] ?? none}
          </div>
          <div className="note">
            {t('rubric.ruleAfter')} {rule.after?.[language] ?? none}
          </div>
        </>
      )}
    </li>
  );
};
