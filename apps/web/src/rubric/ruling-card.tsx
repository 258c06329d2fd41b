import { Button } from 'antd';
import type { Ruling } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { Status } from '../ui/status.tsx';
import type { Reading } from './reading.ts';

interface Props {
  ruling: Ruling;
  reading: Reading;
}

/** 解释口径: the reading that is proposed, those that it was preferred to, and whose it is. Nothing signs by default. */
export const RulingCard = ({ ruling, reading: { rubric, signatures, sign } }: Props) => {
  const { t } = useTranslation();
  const { id, problem, reading, alternatives } = ruling;
  const signature = signatures.get(id);
  return (
    <section className="ruling-card" data-testid={`ruling-${id}`}>
      <p className="text2 medium">{problem}</p>
      <ul className="readings">
        <li className="chosen">
          <b>{t('rubric.reading')}</b> {reading}
        </li>
        {alternatives.map((alternative) => (
          <li key={alternative}>
            <span className="text3">{t('rubric.alternative')}</span> {alternative}
          </li>
        ))}
      </ul>
      <dl className="details">
        <dt>{t('rubric.proposed')}</dt>
        <dd>
          {rubric.source.issuedBy} · {rubric.rulings.proposedOn}
        </dd>
        <dt>{t('rubric.sign')}</dt>
        <dd>
          {signature ? (
            <Status icon="check" tone="green" bare>
              {t('rubric.signedBy', { date: signature.on, by: signature.by })}
            </Status>
          ) : (
            <Status icon="clock" tone="ochre" bare>
              {t('rubric.unsigned')}
            </Status>
          )}
        </dd>
      </dl>
      {!signature && sign && (
        <>
          <p className="note">{t('rubric.signingHint')}</p>
          <Button type="primary" block loading={sign.pending} onClick={() => sign.run([id])}>
            {t('rubric.signOne', { id })}
          </Button>
        </>
      )}
    </section>
  );
};
