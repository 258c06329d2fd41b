import type { EvidenceDetail } from '@mofan/contracts/evidence';
import { useTranslation } from 'react-i18next';
import { moment } from './format.ts';

type Entry = EvidenceDetail['trail'][number] & { subject?: string; subjectId?: string };

const weight: Partial<Record<string, string>> = {
  IncidentConfirmed: 'key',
  IncidentReversed: 'good',
  EvidenceAccepted: 'good',
};

/** What happened, by whom and when, in order. */
export const Trail = ({ entries }: { entries: readonly Entry[] }) => {
  const { t, i18n } = useTranslation();
  const said = ({ type, details }: Entry) => {
    const key = `trail.${type}`;
    const sentence = i18n.exists(key) ? t(key as 'trail.EvidenceSubmitted') : type;
    const reason = details['reason'];
    const coded = `incident.reversalReason.${reason}`;
    const why = reason && i18n.exists(coded) ? t(coded as 'incident.reversalReason.entered-in-error') : reason;
    const documents = [details['documentNumber'], details['outcomeDocument']];
    return [sentence, why, ...documents].filter(Boolean).join(' · ');
  };
  return (
    <ol className="trail" data-testid="trail">
      {entries.map((entry) => (
        <li key={`${entry.subjectId ?? ''}${entry.n}`} className={weight[entry.type]}>
          {t('trail.line', { who: entry.actor.name, what: said(entry) })}
          {entry.subject && <div className="text2">{entry.subject}</div>}
          <div>
            <time dateTime={entry.at}>
              {moment(entry.at)} · {t('trail.n', { n: entry.n })}
            </time>
          </div>
        </li>
      ))}
    </ol>
  );
};
