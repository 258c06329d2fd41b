import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import path from 'node:path';
import { Accounts } from '@mofan/store/account';
import { appendBell } from '@mofan/store/change';
import { commandsOn, type Commands } from '@mofan/store/commands';
import { openDatabase, type Database } from '@mofan/store/database';
import { Files } from '@mofan/store/files';
import { Rubrics } from '@mofan/store/rubrics';
import { Settings } from './settings.ts';

export const DATABASE = Symbol('database');
export const COMMANDS = Symbol('commands');

/** Commands whose success rings for the worker. */
const ringing = (database: Database): Commands => {
  const bell = appendBell(database.pool);
  const commands = commandsOn(database.log, new Rubrics(database.pool));
  return Object.fromEntries(
    Object.entries(commands).map(([aggregate, carryOut]) => [
      aggregate,
      async (...args: unknown[]) => {
        const place = await (carryOut as (...args: unknown[]) => Promise<unknown>)(...args);
        bell.ring(null);
        return place;
      },
    ]),
  ) as unknown as Commands;
};

/** What stands behind every feature: the database, the commands on its log, and what is kept beside the log. */
@Global()
@Module({
  providers: [
    Settings,
    { provide: DATABASE, inject: [Settings], useFactory: ({ databaseUrl }: Settings) => openDatabase(databaseUrl) },
    { provide: COMMANDS, inject: [DATABASE], useFactory: ringing },
    { provide: Rubrics, inject: [DATABASE], useFactory: ({ pool }: Database) => new Rubrics(pool) },
    { provide: Accounts, inject: [DATABASE], useFactory: ({ prisma }: Database) => new Accounts(prisma) },
    {
      provide: Files,
      inject: [DATABASE, Settings],
      useFactory: ({ prisma }: Database, { dataFolder }: Settings) => new Files(prisma, path.join(dataFolder, 'files')),
    },
  ],
  exports: [Settings, DATABASE, COMMANDS, Accounts, Files, Rubrics],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
