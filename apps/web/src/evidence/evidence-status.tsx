import type { EvidenceRow } from '@mofan/contracts/evidence';
import { useTranslation } from 'react-i18next';
import type { IconName } from '../ui/icon.tsx';
import { Status, type Tone } from '../ui/status.tsx';

const looks: Record<EvidenceRow['status'], { icon: IconName; tone: Tone }> = {
  submitted: { icon: 'clock', tone: 'grey' },
  returned: { icon: 'back', tone: 'ochre' },
  accepted: { icon: 'check', tone: 'green' },
  withdrawn: { icon: 'ban', tone: 'grey' },
};

/** Where a record stands. */
export const EvidenceStatus = ({ status, bare }: { status: EvidenceRow['status']; bare?: boolean }) => {
  const { t } = useTranslation();
  return (
    <Status {...looks[status]} bare={bare}>
      {t(`evidence.status.${status}`)}
    </Status>
  );
};
