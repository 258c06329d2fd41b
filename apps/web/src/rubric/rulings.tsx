import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Reading } from './reading.ts';
import { RulingCard } from './ruling-card.tsx';

/** 解释口径: where the text leaves a choice, how it is read. What waits for a signature comes first. */
export const Rulings = ({ reading }: { reading: Reading }) => {
  const { t } = useTranslation();
  const { rubric, signatures, sign } = reading;
  const { items, proposedOn } = rubric.rulings;
  const waiting = items.filter(({ id }) => !signatures.has(id));
  const ordered = [...waiting, ...items.filter(({ id }) => signatures.has(id))];
  return (
    <section className="card" aria-labelledby="rulings">
      <header className="wrap">
        <h2 id="rulings">{t('rubric.rulings')}</h2>
        <small className="grow">{t('rubric.proposedOn', { date: proposedOn })}</small>
        {sign && waiting.length > 1 && (
          <Button loading={sign.pending} onClick={() => sign.run(waiting.map(({ id }) => id))} data-testid="sign-all">
            {t('rubric.signAll', { n: waiting.length })}
          </Button>
        )}
      </header>
      {items.length === 0 && <p className="empty">{t('rubric.noRulings')}</p>}
      {ordered.map((ruling) => (
        <article key={ruling.id} id={ruling.id} className="ruling">
          <h3>
            {ruling.id} {ruling.on} {ruling.leaves.length > 0 && <small>{ruling.leaves.join('、')}</small>}
          </h3>
          <RulingCard ruling={ruling} reading={reading} />
        </article>
      ))}
    </section>
  );
};
