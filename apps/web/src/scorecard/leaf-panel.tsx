import type { LeafSource } from '@mofan/contracts/scorecard';
import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { leafPlaces } from '../rubric/tree.ts';
import { interval, points } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Loaded } from '../ui/states.tsx';
import { Trail } from '../ui/trail.tsx';
import { Cases, Records } from './leaf-facts.tsx';
import { Quoted } from './quoted.tsx';
import { useLeafSource, type Card } from './queries.ts';

interface Props {
  card: Card;
  leafId: string;
  rubric: Rubric;
  onClose: () => void;
  onAsOf: (date: string) => void;
}

/** 这一分从哪来: rule, reading, facts, evidence, people and times behind one figure. */
export default function LeafPanel({ card, leafId, rubric, onClose, onAsOf }: Props) {
  const { t, i18n } = useTranslation();
  const query = useLeafSource(card, leafId, i18n.language === 'en' ? 'en' : 'zh');
  const dayBefore = query.data?.dayBefore;
  return (
    <SidePanel
      title={t('scorecard.whence', { id: leafId })}
      subject={leafId}
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
      <Loaded query={query} what={t('scorecard.leafFailed')} rows={9}>
        {(source) => <Source source={source} rubric={rubric} />}
      </Loaded>
    </SidePanel>
  );
}

const Source = ({ source, rubric }: { source: LeafSource; rubric: Rubric }) => {
  const { t } = useTranslation();
  const { leaf, arithmetic, sentences, quotes, rulings, cases, records, recordsTotal, trail } = source;
  const text = leafPlaces(rubric).find((place) => place.leaf.id === leaf.id)?.leaf.text ?? '';
  const reversed = cases.filter(({ status }) => status === 'reversed').length;
  return (
    <>
      <div className="row explained">
        <div className="explained-figure" data-testid="leaf-figure">
          {interval(leaf.floor, leaf.ceiling)}
          <small> / {points(leaf.points)}</small>
        </div>
        <div className="grow">
          <div className="arithmetic" data-testid="arithmetic">
            {arithmetic}
          </div>
          <div className="note">
            {leaf.byRule ? t('scorecard.ruleOnly') : leaf.settled ? '' : t('scorecard.stillOpen')}
          </div>
        </div>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className="medium text2">
          {sentence}
        </p>
      ))}
      <h3>{t('scorecard.ruleText')}</h3>
      <blockquote className="quote medium">
        {leaf.id.split('.').at(-1)}.<Quoted text={text} quotes={quotes} />
        {t('scorecard.worthOf', { points: points(leaf.points) })}
      </blockquote>
      {rulings.length > 0 && <Rulings rulings={rulings} />}
      {(leaf.byRule || cases.length > 0) && (
        <>
          <h3>
            {t('scorecard.facts')} <small>{t('scorecard.casesCount', { n: cases.length, reversed })}</small>
          </h3>
          <Cases cases={cases} />
        </>
      )}
      {leaf.evidence !== null && (
        <>
          <h3>
            {t('scorecard.evidence')} <small>{t('scorecard.pieces', { n: recordsTotal })}</small>
          </h3>
          <Records records={records} total={recordsTotal} rubric={rubric} leafId={leaf.id} />
        </>
      )}
      {trail.length > 0 && (
        <>
          <h3>{t('scorecard.trail')}</h3>
          <Trail entries={trail} />
        </>
      )}
    </>
  );
};

const Rulings = ({ rulings }: { rulings: LeafSource['rulings'] }) => {
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
