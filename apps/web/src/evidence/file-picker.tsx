import type { FileRow } from '@mofan/contracts/file';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../http/upload.ts';
import { fileSize } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useProblemText } from '../ui/problem-text.ts';

const ACCEPTED = 'image/*,application/pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.zip';

interface Props {
  files: readonly FileRow[];
  onAdd: (file: FileRow) => void;
  onRemove: (fileId: string) => void;
  onBusy: (busy: boolean) => void;
}

/** Uploads at once, so that submitting is quick; what failed is named and the rest stays. */
export const FilePicker = ({ files, onAdd, onRemove, onBusy }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const [progress, setProgress] = useState<{ name: string; share: number } | null>(null);
  const [failure, setFailure] = useState<{ name: string; error: unknown } | null>(null);
  const { text } = useProblemText(failure?.error);

  const take = async (chosen: File[]) => {
    setFailure(null);
    onBusy(true);
    for (const file of chosen) {
      setProgress({ name: file.name, share: 0 });
      try {
        onAdd(await upload(file, (share) => setProgress({ name: file.name, share })));
      } catch (error) {
        setFailure({ name: file.name, error });
      }
    }
    setProgress(null);
    onBusy(false);
  };

  return (
    <div className="files">
      <div className="row">
        <label htmlFor={id} className="file-button grow">
          <Icon name="camera" />
          {t('evidence.chooseFile')}
          <input
            id={id}
            type="file"
            multiple
            accept={ACCEPTED}
            className="sr-only"
            data-testid="file-input"
            onChange={({ target }) => {
              void take([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
        <span className="note nowrap">{t('evidence.oneIsEnough')}</span>
      </div>
      <ul>
        {files.map(({ fileId, name, size }) => (
          <li key={fileId} className="row small" data-testid="attached-file">
            <Icon name="paper" />
            <span className="grow">
              {name} <span className="text3">{fileSize(size)}</span>
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={t('evidence.removeFile', { name })}
              onClick={() => onRemove(fileId)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {progress && (
          <li className="small" role="status">
            {t('evidence.uploading', { name: progress.name })}
            <progress value={progress.share} aria-label={progress.name} />
          </li>
        )}
      </ul>
      {failure && (
        <p className="small plum" role="alert">
          {failure.name}: {text}
        </p>
      )}
    </div>
  );
};
