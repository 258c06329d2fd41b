import type { CycleRow } from '@mofan/contracts/cycle';
import { useTranslation } from 'react-i18next';
import { useCycle } from './cycle.ts';

const stages: readonly CycleRow['stage'][] = [
  'deployment',
  'tracking',
  'self-assessment',
  'review',
  'evaluation',
  'public-notice',
  'finalised',
  'archived',
];

/** The eight stages of the year, the current one marked. */
export const Stages = () => {
  const { t } = useTranslation();
  const { cycle } = useCycle();
  if (!cycle) return null;
  const now = stages.indexOf(cycle.stage);
  return (
    <ol className="stages" aria-label={t('shell.stages')}>
      {stages.map((stage, index) => (
        <li
          key={stage}
          className={index === now ? 'now' : index < now ? 'past' : undefined}
          {...(index === now ? { 'aria-current': 'step' as const } : {})}
        >
          {t(`shell.stage.${stage}`)}
        </li>
      ))}
    </ol>
  );
};
