import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { Bell } from '../notification/bell.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { AccountMenu } from './account-menu.tsx';
import { isClosed, useCycle, useCycles } from './cycle.ts';
import { useMe } from './session.ts';
import { Stages } from './stages.tsx';

/** Seal, year, its stages, what is new, who one is. */
export const Header = () => {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <header className="header">
      <Link to="/" className="brand" aria-label={t('shell.brand')}>
        <span className="seal" aria-hidden="true" />
        <span className="brand-name">{t('shell.brand')}</span>
      </Link>
      <span className="phone-unit note">{me.unit?.name ?? me.name}</span>
      <YearSelect />
      <Stages />
      <span className="grow" />
      {me.demonstration && <span className="demonstration">{t('shell.demonstration')}</span>}
      <Bell />
      <Popover
        label={t('shell.account', { name: me.name })}
        className="account"
        testId="account"
        button={
          <span className="row">
            <Icon name="person" />
            <span className="account-name">{me.name}</span>
            <Icon name="down" />
          </span>
        }
      >
        {(close) => <AccountMenu onDone={close} />}
      </Popover>
    </header>
  );
};

const YearSelect = () => {
  const { t } = useTranslation();
  const { data: cycles = [] } = useCycles();
  const { cycle, choose } = useCycle();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  if (!cycle) return null;
  const onChange = (cycleId: string) => {
    choose(cycleId);
    void navigate(pathname.replace(/^\/cycles\/[^/]+/, `/cycles/${cycleId}`) + search);
  };
  return (
    <select
      className="year"
      aria-label={t('shell.year')}
      value={cycle.cycleId}
      onChange={({ target }) => onChange(target.value)}
    >
      {cycles.map((each) => (
        <option key={each.cycleId} value={each.cycleId}>
          {t(isClosed(each) ? 'shell.closedYear' : 'shell.yearOf', { year: each.year })}
        </option>
      ))}
    </select>
  );
};
