/** Why the embedded PostgreSQL cannot serve, as a stable code beside the sentence. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: 'disk.full' | 'disk.read-only' | 'disk.forbidden' | 'postgres.unavailable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What the operating system's error means for `folder`; any other error comes back as it is. */
export const explainDiskFault = (error: unknown, folder: string): unknown => {
  const options = { cause: error };
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new EmbeddedPostgresError('disk.full', `no space is left on the disk of ${folder}`, options);
    case 'EROFS':
      return new EmbeddedPostgresError('disk.read-only', `the disk of ${folder} is read-only`, options);
    case 'EACCES':
    case 'EPERM':
      return new EmbeddedPostgresError('disk.forbidden', `${folder} belongs to another user`, options);
    default:
      return error;
  }
};

/** The same for what PostgreSQL wrote last before it gave up. */
export const explainOutput = (output: string, folder: string, otherwise: string): EmbeddedPostgresError => {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new EmbeddedPostgresError('disk.full', `no space is left on the disk of ${folder}`);
  }
  if (/Read-only file system/.test(output)) {
    return new EmbeddedPostgresError('disk.read-only', `the disk of ${folder} is read-only`);
  }
  return new EmbeddedPostgresError('postgres.unavailable', `${otherwise}: ${lastLines(output)}`);
};

const lastLines = (output: string) => output.trim().split('\n').slice(-5).join('\n');
