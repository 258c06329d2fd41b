import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import { ProblemAlert, SkeletonRows } from '../ui/states.tsx';
import { Boundary } from './boundary.tsx';
import { Header } from './header.tsx';
import { useLive } from './live.ts';
import { PhoneBar } from './phone-bar.tsx';
import { useSession } from './session.ts';
import { Sider } from './sider.tsx';

/** The frame of every page for who is signed in; anybody else is led to the sign-in and, after it, back. */
export const Layout = () => {
  const { t } = useTranslation();
  const location = useLocation();
  const session = useSession();
  if (session.data === null)
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  if (!session.data) {
    return (
      <main className="waiting">
        {session.error ? (
          <ProblemAlert error={session.error} what={t('shell.sessionFailed')} retry={() => void session.refetch()} />
        ) : (
          <SkeletonRows />
        )}
      </main>
    );
  }
  return <Frame path={location.pathname} />;
};

const Frame = ({ path }: { path: string }) => {
  const { t } = useTranslation();
  const offline = useLive();
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <Sider />
      <main id="main" tabIndex={-1}>
        <Boundary key={path}>
          <Suspense fallback={<SkeletonRows rows={10} />}>
            <Outlet />
          </Suspense>
        </Boundary>
      </main>
      <PhoneBar />
      <div className="offline" role="status" data-testid="offline">
        {offline && (
          <p className="row">
            <Icon name="offline" />
            {t('shell.offline')}
          </p>
        )}
      </div>
    </div>
  );
};
