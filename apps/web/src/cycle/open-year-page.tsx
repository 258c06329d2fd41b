import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../http/command.ts';
import { useUnits } from '../operations/queries.ts';
import { useOverview } from '../overview/queries.ts';
import { useRubrics } from '../rubric/queries.ts';
import { useCycle, useCycles } from '../shell/cycle.ts';
import { can, useMe } from '../shell/session.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { nextOpening } from './opening.ts';
import { OpeningForm } from './opening-form.tsx';
import './opening.css';

/** 开启年度: a year gets its version, its period and its units, and keeps the version for ever. */
export default function OpenYearPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page
      title={t('cycle.title')}
      crumb={
        <Link to="/rubrics" className="link">
          {t('cycle.crumb')}
        </Link>
      }
    >
      <div className="card narrow">{can(me, 'cycle.manage') ? <Opening /> : <Empty>{t('cycle.notYours')}</Empty>}</div>
    </Page>
  );
}

const Opening = () => {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const { choose } = useCycle();
  const known = useKnown();
  const open = useCommand('POST /api/cycles', ({ body: { cycleId, year } }) => {
    toast(t('cycle.opened', { year }));
    choose(cycleId);
    void navigate(`/cycles/${cycleId}/scorecard`);
  });
  return (
    <Loaded query={known} what={t('cycle.failed')} rows={10}>
      {({ versions: [newest, ...others], units, cycles, assessed }) =>
        newest ? (
          <OpeningForm
            initial={nextOpening(cycles, today, { version: newest.hash, units: assessed })}
            versions={[newest, ...others]}
            units={units}
            cycles={cycles}
            pending={open.isPending}
            error={open.error}
            onOpening={(body) => open.mutate({ body })}
          />
        ) : (
          <Empty>{t('cycle.noVersions')}</Empty>
        )
      }
    </Loaded>
  );
};

/** All that the form offers, once it is all there; the units of the latest year are chosen beforehand. */
const useKnown = () => {
  const versions = useRubrics();
  const units = useUnits();
  const cycles = useCycles();
  const latest = cycles.data?.[0]?.cycleId;
  const overview = useOverview(latest ?? '', null, latest !== undefined);
  const ready = versions.data && units.data && cycles.data && (latest === undefined || overview.data);
  return {
    data: ready && {
      versions: versions.data,
      units: units.data,
      cycles: cycles.data,
      assessed: overview.data?.units.map(({ unitId }) => unitId) ?? [],
    },
    error: versions.error ?? units.error ?? cycles.error ?? overview.error,
    refetch: () => Promise.all([versions.refetch(), units.refetch(), cycles.refetch(), overview.refetch()]),
  };
};
