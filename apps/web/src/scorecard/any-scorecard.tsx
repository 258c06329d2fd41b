import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useOverview } from '../overview/queries.ts';
import { speaksForUnit, useMe } from '../shell/session.ts';
import { Empty, Loaded } from '../ui/states.tsx';

/** 得分表 from the menu: one's own unit, or for who assesses the first participant in the organisational order. */
export default function AnyScorecard() {
  const { cycleId = '' } = useParams();
  const me = useMe();
  return me.unit && speaksForUnit(me) ? <To cycleId={cycleId} unitId={me.unit.unitId} /> : <First cycleId={cycleId} />;
}

const To = ({ cycleId, unitId }: { cycleId: string; unitId: string }) => (
  <Navigate replace to={`/cycles/${cycleId}/units/${unitId}/scorecard`} />
);

const First = ({ cycleId }: { cycleId: string }) => {
  const { t } = useTranslation();
  const overview = useOverview(cycleId, null);
  return (
    <Loaded query={overview} what={t('overview.failed')}>
      {({ units: [first] }) =>
        first ? <To cycleId={cycleId} unitId={first.unitId} /> : <Empty>{t('scorecard.noUnit')}</Empty>
      }
    </Loaded>
  );
};
