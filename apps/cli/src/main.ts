import { Command } from 'commander';
import { Fault } from './fault.ts';
import { leaveWithReader } from './leave-with-reader.ts';
import { addRubricCommands } from './rubric/commands.ts';
import { sayTrouble } from './say.ts';
import { readSettings } from './settings.ts';

/** A command that is not understood ends like a file that cannot be used: 1 is for what was found in one. */
const program = new Command('mofan')
  .description('模范：操作员命令  operator commands')
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

program
  .command('start')
  .description('启动全部服务  start everything: PostgreSQL, api, worker')
  .action(async () => (await import('./start/start.ts')).start(readSettings()));

program
  .command('migrate')
  .description('升级数据库结构  apply the migrations that the database lacks')
  .action(async () => (await import('./database/migrate-command.ts')).runMigrate(readSettings()));

program
  .command('seed')
  .description('写入演示中心  write the demonstration centre')
  .action(async () => (await import('./database/seed-command.ts')).runSeed(readSettings()));

program
  .command('rebuild')
  .description('重建读模型  rebuild one projection, or all')
  .argument('[projection]')
  .action(async (name?: string) => (await import('./rebuild/rebuild.ts')).runRebuild(readSettings(), name));

program
  .command('doctor')
  .description('检查运行环境  check that everything is in order')
  .action(async () => (await import('./doctor/doctor.ts')).runDoctor(readSettings()));

addRubricCommands(program);

leaveWithReader();
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  sayTrouble(error.zh, error.en);
  process.exitCode = error.exitCode;
}
