import type { RubricDraftRow } from '@mofan/contracts/rubric-draft';
import { useTranslation } from 'react-i18next';
import { Status } from '../ui/status.tsx';

const LOOKS = {
  open: ['pen', 'blue'],
  published: ['check', 'green'],
  discarded: ['ban', 'grey'],
} as const;

export const DraftStatus = ({ status }: { status: RubricDraftRow['status'] }) => {
  const { t } = useTranslation();
  const [icon, tone] = LOOKS[status];
  return (
    <Status icon={icon} tone={tone}>
      {t(`rubric.status.${status}`)}
    </Status>
  );
};
