import path from 'node:path';
import { runningPostgresUrl, startEmbeddedPostgres } from '@mofan/store/embedded/start-embedded-postgres';
import { logFolder, postgresFolder, type Settings } from '../settings.ts';
import { explainFolder, openDataFolder } from '../start/data-folder.ts';
import { lockInstance } from '../start/instance-lock.ts';
import { explainConnection } from './explain-connection.ts';

/**
 * Runs `act` with the url of the database: the one that DATABASE_URL names, or the embedded one, which is started for
 * as long as `act` takes when it does not run.
 */
export const withDatabaseUrl = async <T>(settings: Settings, act: (url: string) => Promise<T>): Promise<T> => {
  const url = settings.databaseUrl ?? runningPostgresUrl(postgresFolder(settings.dataDir));
  if (!url) return withEmbedded(settings.dataDir, act);
  try {
    return await act(url);
  } catch (error) {
    throw explainConnection(error);
  }
};

const withEmbedded = async <T>(dataDir: string, act: (url: string) => Promise<T>): Promise<T> => {
  openDataFolder(dataDir);
  const lock = lockInstance(dataDir);
  try {
    const logFile = path.join(logFolder(dataDir), 'postgres.log');
    const server = await startEmbeddedPostgres({ dataDir: postgresFolder(dataDir), logFile });
    try {
      return await act(server.url);
    } finally {
      await server.stop();
    }
  } catch (error) {
    throw explainFolder(error, dataDir);
  } finally {
    lock.release();
  }
};
