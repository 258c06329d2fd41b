import { useQueryClient } from '@tanstack/react-query';
import type { ImportReport } from '@mofan/contracts/rubric-draft';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rememberPosition } from '../http/position.ts';
import { sendFile } from '../http/upload.ts';
import { uuid } from '../http/uuid.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemAlert } from '../ui/states.tsx';

/** Begins a draft from a file; what the reading of it had to guess is told on the draft's page. */
export const UploadRubric = () => {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [failure, setFailure] = useState<{ name: string; error: unknown } | null>(null);

  const take = async (file: File) => {
    setFailure(null);
    setSending({ name: file.name, share: 0 });
    const draftId = uuid();
    try {
      const { position, report } = await sendFile<{ position: string; report: ImportReport }>(
        `/api/rubric-drafts/${draftId}/import`,
        file,
        { onProgress: (share) => setSending({ name: file.name, share }), idempotencyKey: uuid() },
      );
      rememberPosition(position);
      await client.invalidateQueries({ queryKey: ['rubric-drafts'] });
      await navigate(`/rubric-drafts/${draftId}`, { state: { report } });
    } catch (error) {
      setFailure({ name: file.name, error });
    }
    setSending(null);
  };

  return (
    <section className="card upload" aria-label={t('rubric.upload')}>
      <div className="row wrap">
        <label htmlFor={id} className="ghost-button primary" aria-disabled={sending !== null}>
          <Icon name="plus" /> {t('rubric.upload')}
          <input
            id={id}
            type="file"
            accept=".docx,.xlsx,.yaml,.yml,.json"
            className="sr-only"
            data-testid="rubric-file"
            disabled={sending !== null}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void take(file);
              target.value = '';
            }}
          />
        </label>
        <a className="ghost-button" href="/api/rubric-template" download data-testid="template">
          <Icon name="download" /> {t('rubric.template')}
        </a>
        <span className="note grow">{t('rubric.uploadHint')}</span>
      </div>
      {sending && (
        <p className="medium" role="status">
          {sending.share < 1
            ? t('rubric.sending', { name: sending.name })
            : t('rubric.readingFile', { name: sending.name })}{' '}
          <progress value={sending.share < 1 ? sending.share : undefined} aria-label={sending.name} />
        </p>
      )}
      {failure && (
        <ProblemAlert
          error={failure.error}
          what={t('rubric.notRead', { name: failure.name })}
          safe={t('ui.nothingWritten')}
        />
      )}
    </section>
  );
};
