import type { IncidentRow } from '@mofan/contracts/incident';
import { useTranslation } from 'react-i18next';
import type { IconName } from '../ui/icon.tsx';
import { Status, type Tone } from '../ui/status.tsx';

const looks: Record<IncidentRow['status'], { icon: IconName; tone: Tone }> = {
  recorded: { icon: 'clock', tone: 'ochre' },
  confirmed: { icon: 'minus', tone: 'plum' },
  reversed: { icon: 'check', tone: 'green' },
  withdrawn: { icon: 'ban', tone: 'grey' },
};

/** Where a case stands. */
export const IncidentStatus = ({ status }: { status: IncidentRow['status'] }) => {
  const { t } = useTranslation();
  return <Status {...looks[status]}>{t(`incident.status.${status}`)}</Status>;
};
