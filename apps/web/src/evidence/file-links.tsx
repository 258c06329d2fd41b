import type { FileRow } from '@mofan/contracts/file';
import { fileSize } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';

/** The files of a record, to download. */
export const FileLinks = ({ files }: { files: readonly FileRow[] }) => (
  <ul>
    {files.map(({ fileId, name, size }) => (
      <li key={fileId} className="small">
        <a className="link" href={`/api/files/${fileId}`} download={name} data-testid="file-link">
          <Icon name="download" /> {name}
        </a>{' '}
        <span className="text3">{fileSize(size)}</span>
      </li>
    ))}
  </ul>
);
