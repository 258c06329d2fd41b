import { lazy, type ComponentType } from 'react';
import type { Role } from '@mofan/contracts/access';
import { useMe } from '../shell/session.ts';
import { UnitHomePage } from './unit-home-page.tsx';

const ClerkHome = lazy(() => import('./clerk-home.tsx'));
const RegistrarHome = lazy(() => import('./registrar-home.tsx'));
const ConfirmerHome = lazy(() => import('./confirmer-home.tsx'));
const ChairHome = lazy(() => import('./chair-home.tsx'));
const AdministratorHome = lazy(() => import('./administrator-home.tsx'));

const homes: Record<Role, ComponentType> = {
  'branch-secretary': UnitHomePage,
  'unit-head': UnitHomePage,
  clerk: ClerkHome,
  registrar: RegistrarHome,
  confirmer: ConfirmerHome,
  chair: ChairHome,
  administrator: AdministratorHome,
};

/** 首页: what waits for whoever is signed in. */
export const HomePage = () => {
  const Home = homes[useMe().role];
  return <Home />;
};
