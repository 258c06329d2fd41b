/** What a shell says of a program that wrote to nobody: 128 and the number of SIGPIPE. */
const WROTE_TO_NOBODY = 141;

/**
 * Ends quietly once nobody reads what is printed any more, as after `| head`. What has something to put in order first,
 * and listens for being told to stop, is told.
 */
export const leaveWithReader = (): void => {
  let told = false;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (told) return;
      if (process.listenerCount('SIGTERM') === 0) process.exit(WROTE_TO_NOBODY);
      told = true;
      process.kill(process.pid, 'SIGTERM');
    });
};
