import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { HomePage } from '../home/home-page.tsx';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';
import { SignInPage } from './sign-in-page.tsx';

const ScorecardPage = lazy(() => import('../scorecard/scorecard-page.tsx'));
const AnyScorecard = lazy(() => import('../scorecard/any-scorecard.tsx'));
const OverviewPage = lazy(() => import('../overview/overview-page.tsx'));
const EvidencePage = lazy(() => import('../evidence/evidence-page.tsx'));
const NewEvidencePage = lazy(() => import('../evidence/new-evidence-page.tsx'));
const ResubmitPage = lazy(() => import('../evidence/resubmit-page.tsx'));
const IncidentsPage = lazy(() => import('../incident/incidents-page.tsx'));
const IncidentPage = lazy(() => import('../incident/incident-page.tsx'));
const NewIncidentPage = lazy(() => import('../incident/new-incident-page.tsx'));
const CorrectIncidentPage = lazy(() => import('../incident/correct-incident-page.tsx'));
const ConfirmationsPage = lazy(() => import('../incident/confirmations-page.tsx'));
const NotificationsPage = lazy(() => import('../notification/notifications-page.tsx'));
const LibraryPage = lazy(() => import('../rubric/library-page.tsx'));
const DraftPage = lazy(() => import('../rubric/draft-page.tsx'));
const RubricPage = lazy(() => import('../rubric/rubric-page.tsx'));
const OpenYearPage = lazy(() => import('../cycle/open-year-page.tsx'));
const HealthPage = lazy(() => import('../operations/health-page.tsx'));
const UnitsPage = lazy(() => import('../operations/units-page.tsx'));
const AccountPage = lazy(() => import('./account-page.tsx'));

/** Every address of the page. Only the sign-in and the home come with the first load. */
export const Router = () => (
  <Routes>
    <Route path="/sign-in" element={<SignInPage />} />
    <Route element={<Layout />}>
      <Route index element={<HomePage />} />
      <Route path="/cycles/:cycleId/overview" element={<OverviewPage />} />
      <Route path="/cycles/:cycleId/scorecard" element={<AnyScorecard />} />
      <Route path="/cycles/:cycleId/units/:unitId/scorecard" element={<ScorecardPage />} />
      <Route path="/evidence/new" element={<NewEvidencePage />} />
      <Route path="/evidence/:evidenceId?" element={<EvidencePage />} />
      <Route path="/evidence/:evidenceId/resubmission" element={<ResubmitPage />} />
      <Route path="/incidents" element={<IncidentsPage />} />
      <Route path="/incidents/new" element={<NewIncidentPage />} />
      <Route path="/incidents/:incidentId" element={<IncidentPage />} />
      <Route path="/incidents/:incidentId/correction" element={<CorrectIncidentPage />} />
      <Route path="/confirmations" element={<ConfirmationsPage />} />
      <Route path="/notifications" element={<NotificationsPage />} />
      <Route path="/rubrics" element={<LibraryPage />} />
      <Route path="/rubric-drafts/:draftId" element={<DraftPage />} />
      <Route path="/rubrics/:hash" element={<RubricPage />} />
      <Route path="/years/new" element={<OpenYearPage />} />
      <Route path="/units" element={<UnitsPage />} />
      <Route path="/health" element={<HealthPage />} />
      <Route path="/account" element={<AccountPage />} />
      <Route path="*" element={<NotFound />} />
    </Route>
  </Routes>
);
