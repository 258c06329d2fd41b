import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { AccountMenu } from './account-menu.tsx';
import { useMe } from './session.ts';

/** 我的, for the phone, where the header has no room. */
export default function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={me.name} crumb={t('shell.mine')}>
      <div className="card">
        <AccountMenu />
      </div>
    </Page>
  );
}
