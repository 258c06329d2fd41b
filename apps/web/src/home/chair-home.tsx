import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRubric } from '../rubric/queries.ts';
import { useCycle } from '../shell/cycle.ts';
import { Waiting } from './waiting.tsx';

const SHOWN = 8;

/** The chair: readings that are proposals until they are signed. */
export default function ChairHome() {
  const { t } = useTranslation();
  const { cycle } = useCycle();
  const { data, error, refetch } = useRubric(cycle?.rubric.hash);
  const signed = new Set(data?.signed.map(({ id }) => id));
  const open = data?.rubric.rulings.items.filter(({ id }) => !signed.has(id));
  const page = open && { rows: open.slice(0, SHOWN), total: open.length };
  const to = `/rubrics/${cycle?.rubric.hash}`;
  return (
    <Waiting
      query={{ data: page, error, refetch }}
      titleOf={(n) => t('home.toSign', { n })}
      heading={t('home.rulings')}
      more={to}
    >
      {({ id, on, reading }) => (
        <div key={id} className="line">
          <div className="when">
            <b>{id}</b>
          </div>
          <div className="grow">
            <div className="title">{on}</div>
            <div className="note">{reading}</div>
          </div>
          <Link className="ghost-button" to={`${to}#${id}`}>
            {t('home.open')}
          </Link>
        </div>
      )}
    </Waiting>
  );
}
