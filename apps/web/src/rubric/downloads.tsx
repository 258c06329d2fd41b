import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

const FORMATS = ['docx', 'xlsx', 'yaml'] as const;

/** A version as a file, in each of the forms that can be read again. */
export const Downloads = ({ hash }: { hash: string }) => {
  const { t } = useTranslation();
  return (
    <span className="row downloads">
      {FORMATS.map((format) => (
        <a
          key={format}
          className="ghost-button"
          href={`/api/rubrics/${hash}/file?format=${format}`}
          download
          aria-label={t('rubric.exportAs', { format })}
          data-testid={`export-${format}`}
        >
          <Icon name="download" /> .{format}
        </a>
      ))}
    </span>
  );
};
