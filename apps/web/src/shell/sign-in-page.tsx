import { Button } from 'antd';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { Field } from '../ui/field.tsx';
import { useProblemText } from '../ui/problem-text.ts';
import { useSession, useSignIn } from './session.ts';

/** The only page without a session. Afterwards one is where one wanted to go. */
export const SignInPage = () => {
  const { t } = useTranslation();
  const session = useSession();
  const signIn = useSignIn();
  const problem = useProblemText(signIn.error);
  const { state } = useLocation() as { state: { from?: string } | null };
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('shell.brand')}`;
  }, [t]);
  if (session.data) return <Navigate to={state?.from ?? '/'} replace />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (account.trim() && password) signIn.mutate({ account: account.trim(), password });
  };
  return (
    <main className="sign-in">
      <form className="card form" onSubmit={submit} aria-label={t('signIn.title')}>
        <div className="row">
          <span className="seal" aria-hidden="true" />
          <h1>{t('signIn.heading')}</h1>
        </div>
        <Field label={t('signIn.account')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              name="account"
              autoComplete="username"
              autoCapitalize="none"
              autoFocus
              required
              value={account}
              onChange={({ target }) => setAccount(target.value)}
            />
          )}
        </Field>
        <Field label={t('signIn.password')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
        {signIn.error && (
          <p className="plum" role="alert" data-testid="sign-in-error">
            {problem.text} <span className="note">{problem.code}</span>
          </p>
        )}
        <Button type="primary" htmlType="submit" size="large" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <p className="note">{t('signIn.demonstration')}</p>
      </form>
    </main>
  );
};
