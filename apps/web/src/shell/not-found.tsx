import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';

/** An address that leads nowhere. */
export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.notFound')}>
      <div className="card">
        <Empty
          action={
            <Link to="/" className="link">
              {t('shell.toHome')}
            </Link>
          }
        >
          {t('shell.notFoundHint')}
        </Empty>
      </div>
    </Page>
  );
};
