import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import { useCycle } from './cycle.ts';
import { menuOf } from './menu.ts';
import { useMe } from './session.ts';

const SLOTS = 4;

/** The menu under the thumb. For a unit the one vermilion button is 记一笔, in the middle. */
export const PhoneBar = () => {
  const { t } = useTranslation();
  const me = useMe();
  const { cycle } = useCycle();
  const { pathname } = useLocation();
  const entries = menuOf(me, cycle, pathname).slice(0, SLOTS);
  const record = entries.find(({ key }) => key === 'record');
  const others = entries.filter((entry) => entry !== record);
  const shown = record ? [...others.slice(0, 2), record, ...others.slice(2)] : others;
  const current = (here: boolean) => (here ? { 'aria-current': 'page' as const } : {});
  return (
    <nav className="phone-bar" aria-label={t('shell.menu')}>
      {shown.map(({ key, icon, to, here }) => (
        <Link key={key} to={to} {...current(here)} {...(key === 'record' ? { className: 'record' } : {})}>
          <Icon name={icon} />
          {t(`shell.short.${key}`)}
        </Link>
      ))}
      <Link to="/account" {...current(pathname === '/account')}>
        <Icon name="person" />
        {t('shell.mine')}
      </Link>
    </nav>
  );
};
