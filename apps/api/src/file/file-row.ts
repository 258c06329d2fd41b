import type { FileRow } from '@mofan/contracts/file';
import type { StoredFile } from '@mofan/store/files';

/** A stored file as people see it. */
export const fileRow = ({ fileId, sha256, size, name, mediaType }: StoredFile): FileRow => ({
  fileId,
  sha256,
  size,
  name,
  mediaType,
});
