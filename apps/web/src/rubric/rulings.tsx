import { Button } from 'antd';
import type { OutputOf } from '@mofan/contracts/api';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../http/command.ts';
import { can, useMe } from '../shell/session.ts';
import { ProblemAlert } from '../ui/states.tsx';
import { Status } from '../ui/status.tsx';
import { toast } from '../ui/toast.tsx';

type Version = OutputOf<'GET /api/rubrics/{hash}'>;

/** 解释口径: where the text leaves a choice, how it is read. A proposal until the chair signs it; nothing signs by default. */
export const Rulings = ({ hash, rubric, signed }: Version) => {
  const { t } = useTranslation();
  const me = useMe();
  const sign = useCommand('POST /api/rubrics/{hash}/signatures', ({ body }) =>
    toast(t('rubric.signed', { ids: body.rulings.join('、') })),
  );
  const maySign = can(me, 'ruling.sign');
  return (
    <section className="card" aria-labelledby="rulings">
      <header>
        <h2 id="rulings">{t('rubric.rulings')}</h2>
        <small>{t('rubric.proposedOn', { date: rubric.rulings.proposedOn })}</small>
      </header>
      {sign.error && <ProblemAlert error={sign.error} what={t('rubric.notSigned')} safe={t('ui.nothingWritten')} />}
      {rubric.rulings.items.map(({ id, on, problem, reading, alternatives, leaves }) => {
        const signature = signed.find((each) => each.id === id);
        return (
          <article key={id} id={id} className="ruling" data-testid={`ruling-${id}`}>
            <div className="row between wrap">
              <h3>
                {id} {on} {leaves.length > 0 && <small>{leaves.join('、')}</small>}
              </h3>
              {signature ? (
                <Status icon="check" tone="green">
                  {t('rubric.signedBy', { date: signature.signedOn, by: signature.signedBy.name })}
                </Status>
              ) : (
                <span className="row">
                  <Status icon="clock" tone="ochre">
                    {t('rubric.unsigned')}
                  </Status>
                  {maySign && (
                    <Button
                      size="small"
                      aria-label={t('rubric.signOne', { id })}
                      loading={sign.isPending && sign.variables.body.rulings.includes(id)}
                      onClick={() => sign.mutate({ params: { hash }, body: { rulings: [id] } })}
                    >
                      {t('rubric.sign')}
                    </Button>
                  )}
                </span>
              )}
            </div>
            <p className="text2">{problem}</p>
            <p>
              <b>{t('rubric.reading')}</b> {reading}
            </p>
            {alternatives.map((alternative) => (
              <p key={alternative} className="note">
                {t('rubric.alternative')} {alternative}
              </p>
            ))}
          </article>
        );
      })}
    </section>
  );
};
