import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './problem-text.ts';

/** Rows of the height that is to come, so that nothing jumps. */
export const SkeletonRows = ({ rows = 5, height = 32 }: { rows?: number; height?: number }) => {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height, padding: `${Math.round(height * 0.28)}px 14px` }}>
          <span style={{ height: '100%', width: `${92 - ((row * 17) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
};

/** One sentence and the next step. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {action && <p>{action}</p>}
  </div>
);

interface ProblemProps {
  error: unknown;
  /** what failed, in the words of the page */
  what: string;
  /** what is safe all the same */
  safe?: string | undefined;
  retry?: (() => void) | undefined;
}

/** What failed, what is safe, the code, and a way to try again. */
export const ProblemAlert = ({ error, what, safe, retry }: ProblemProps) => {
  const { t } = useTranslation();
  const { text, code } = useProblemText(error);
  return (
    <div className="problem" role="alert">
      <strong>{what}</strong>
      <span>{text}</span>
      {safe && <span>{safe}</span>}
      <span className="note">{t('ui.code', { code })}</span>
      {retry && (
        <Button size="small" onClick={retry}>
          {t('ui.retry')}
        </Button>
      )}
    </div>
  );
};

interface LoadedProps<Data> {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  what: string;
  rows?: number;
  children: (data: Data) => ReactNode;
}

/** Skeleton, error or the data. Data once shown stays while it is fetched anew. */
export function Loaded<Data>({ query, what, rows, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} what={what} retry={() => void query.refetch()} />;
  return <SkeletonRows {...(rows ? { rows } : {})} />;
}
