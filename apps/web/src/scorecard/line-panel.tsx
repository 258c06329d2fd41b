import type { LineSource } from '@mofan/contracts/scorecard';
import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { interval, points } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Loaded } from '../ui/states.tsx';
import { Trail } from '../ui/trail.tsx';
import { LeafFacts } from './leaf-facts.tsx';
import { Quoted } from './quoted.tsx';
import { useLineSource, type Card } from './queries.ts';

interface Props {
  card: Card;
  lineId: string;
  rubric: Rubric;
  onClose: () => void;
  onAsOf: (date: string) => void;
  onPick: (lineId: string) => void;
}

/** 这一分从哪来: rule, reading, facts, evidence, people and times behind one figure. */
export default function LinePanel({ card, lineId, rubric, onClose, onAsOf, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const query = useLineSource(card, lineId, i18n.language === 'en' ? 'en' : 'zh');
  const groupTitle = query.data && !('byRule' in query.data.line) ? query.data.text : null;
  const dayBefore = query.data?.dayBefore;
  return (
    <SidePanel
      title={lineId === rubric.id ? t('scorecard.whenceTotal') : t('scorecard.whence', { id: groupTitle ?? lineId })}
      subject={lineId}
      onClose={onClose}
      footer={
        dayBefore && (
          <span className="small text3">
            <Icon name="history" /> {t('scorecard.dayBefore', { date: dayBefore.date })}
            <button type="button" className="link" data-testid="day-before" onClick={() => onAsOf(dayBefore.date)}>
              {t('scorecard.points', { points: interval(dayBefore.floor, dayBefore.ceiling) })}
            </button>
          </span>
        )
      }
    >
      <Loaded query={query} what={t('scorecard.lineFailed')} rows={9}>
        {(source) => <Source source={source} rubric={rubric} onPick={onPick} />}
      </Loaded>
    </SidePanel>
  );
}

interface SourceProps {
  source: LineSource;
  rubric: Rubric;
  onPick: (lineId: string) => void;
}

const Source = ({ source, rubric, onPick }: SourceProps) => {
  const { t } = useTranslation();
  const { line, text, rule, arithmetic, inputs, sentences, parts, quotes, rulings, trail } = source;
  return (
    <>
      <div className="row explained">
        <div className="explained-figure" data-testid="leaf-figure">
          {interval(line.floor, line.ceiling)}
          <small> / {points(line.points)}</small>
        </div>
        <div className="grow">
          <div className="arithmetic" data-testid="arithmetic">
            {arithmetic}
          </div>
          {inputs.length > 0 && (
            <div className="note" data-testid="inputs">
              {inputs.join(' · ')}
            </div>
          )}
          {'byRule' in line && (
            <div className="note">
              {line.byRule ? t('scorecard.ruleOnly') : line.settled ? '' : t('scorecard.stillOpen')}
            </div>
          )}
        </div>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className="medium text2">
          {sentence}
        </p>
      ))}
      {'byRule' in line ? (
        <>
          <h3>{t('scorecard.ruleText')}</h3>
          <blockquote className="quote medium">
            {line.id.split('.').at(-1)}.<Quoted text={text} quotes={quotes} />
            {t('scorecard.worthOf', { points: points(line.points) })}
          </blockquote>
        </>
      ) : (
        <Parts parts={parts} rule={rule} onPick={onPick} />
      )}
      {rulings.length > 0 && <Rulings rulings={rulings} />}
      {'byRule' in line && <LeafFacts source={source} leaf={line} rubric={rubric} />}
      {trail.length > 0 && (
        <>
          <h3>{t('scorecard.trail')}</h3>
          <Trail entries={trail} />
        </>
      )}
    </>
  );
};

/** What a sum is made of; each part opens where it comes from in turn. */
const Parts = ({ parts, rule, onPick }: Pick<LineSource, 'parts' | 'rule'> & Pick<SourceProps, 'onPick'>) => {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('scorecard.madeOf')}</h3>
      <p className="note">{rule}</p>
      <ul className="parts">
        {parts.map(({ id, text, floor, ceiling, points: worth }) => (
          <li key={id}>
            <button type="button" className="row between medium" data-testid={`part-${id}`} onClick={() => onPick(id)}>
              <span className="part-text">
                {id} {text}
              </span>
              <b className="nowrap">
                {interval(floor, ceiling)} <small className="text3">/ {points(worth)}</small>
              </b>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

const Rulings = ({ rulings }: { rulings: LineSource['rulings'] }) => {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('scorecard.rulings')}</h3>
      <dl className="rulings medium">
        {rulings.map(({ id, reading, proposedOn, signed }) => (
          <div key={id}>
            <dt>{id}</dt>
            <dd>
              {reading}{' '}
              <span className={`note${signed ? '' : ' ochre'}`}>
                {signed
                  ? t('scorecard.signedOn', { date: signed.on, by: signed.by.name })
                  : t('scorecard.unsigned', { date: proposedOn })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};
