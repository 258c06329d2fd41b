import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

type Tab = 'table' | 'text' | 'changes' | 'check' | 'whatIf';

/** The view that the address names, by default the first. */
export const useTab = <Name extends Tab>(tabs: readonly Name[]): [Name] => {
  const [search] = useSearchParams();
  return [tabs.find((tab) => tab === search.get('view')) ?? tabs[0]!];
};

/** The views of one table, each with an address of its own. */
export const Tabs = ({ tabs, counts = {} }: { tabs: readonly Tab[]; counts?: Partial<Record<Tab, number>> }) => {
  const { t } = useTranslation();
  const [current] = useTab(tabs);
  return (
    <nav className="tabs no-print" aria-label={t('rubric.views')}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          to={`?view=${tab}`}
          data-testid={`tab-${tab}`}
          {...(tab === current ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`rubric.tab.${tab}`)}
          {counts[tab] ? <small> {counts[tab]}</small> : null}
        </Link>
      ))}
    </nav>
  );
};
