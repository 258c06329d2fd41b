import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useRubric } from '../rubric/queries.ts';
import { Icon } from '../ui/icon.tsx';
import { useCycle } from './cycle.ts';
import { menuOf } from './menu.ts';
import { useMe } from './session.ts';

/** The menu, and below it which version of the table and of its readings all figures rest on. */
export const Sider = () => {
  const { t } = useTranslation();
  const me = useMe();
  const { cycle } = useCycle();
  const { pathname } = useLocation();
  return (
    <nav className="sider" aria-label={t('shell.menu')}>
      {menuOf(me, cycle, pathname).map(({ key, icon, to, here }) => (
        <Link key={key} to={to} title={t(`shell.entry.${key}`)} {...(here ? { 'aria-current': 'page' as const } : {})}>
          <Icon name={icon} />
          <span>{t(`shell.entry.${key}`)}</span>
        </Link>
      ))}
      {cycle && <Versions hash={cycle.rubric.hash} version={cycle.rubric.version} />}
    </nav>
  );
};

const Versions = ({ hash, version }: { hash: string; version: string }) => {
  const { t } = useTranslation();
  const { data } = useRubric(hash);
  const signed = data?.signed
    .map(({ signedOn }) => signedOn)
    .sort()
    .at(-1);
  return (
    <div className="versions note">
      <div>{t('shell.rubricVersion', { version })}</div>
      {data && <div>{signed ? t('shell.rulings', { date: signed }) : t('shell.rulingsUnsigned')}</div>}
    </div>
  );
};
