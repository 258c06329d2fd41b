import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Segmented } from '../ui/segmented.tsx';
import { speak } from './i18n.ts';
import { useMe, useSignOut } from './session.ts';
import { useScheme, type Scheme } from './theme.ts';

/** Who one is, how the page looks and speaks, and the way out. */
export const AccountMenu = ({ onDone }: { onDone?: () => void }) => {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const { chosen, choose } = useScheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <div className="account-menu form">
      <div>
        <strong>{me.name}</strong>
        <div className="note">{t(`shell.role.${me.role}`)}</div>
      </div>
      <Segmented<Scheme | 'system'>
        label={t('shell.theme')}
        value={chosen ?? 'system'}
        options={[
          { value: 'system', label: t('shell.system') },
          { value: 'light', label: t('shell.light') },
          { value: 'dark', label: t('shell.dark') },
        ]}
        onChange={(value) => choose(value === 'system' ? null : value)}
      />
      <Segmented
        label={t('shell.language')}
        value={i18n.language === 'en' ? 'en' : 'zh'}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(language) => void speak(language)}
      />
      <Button
        data-testid="sign-out"
        onClick={() => {
          onDone?.();
          // whoever signs in next begins at home, not on this one's page
          void navigate('/');
          signOut.mutate();
        }}
      >
        {t('shell.signOut')}
      </Button>
    </div>
  );
};
