import { Command } from 'commander';
import { Fault } from './fault.ts';
import { sayTrouble } from './say.ts';
import { readSettings } from './settings.ts';

const program = new Command('mofan').description('模范：操作员命令  operator commands').showHelpAfterError();

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

const rubric = program.command('rubric').description('考核细则  a rubric file, without a server');

rubric
  .command('score')
  .description('计分  the scorecard of the facts, as JSON')
  .argument('<rubric>', 'rubric file, JSON')
  .argument('<facts>', 'facts file, JSON')
  .action(async (table: string, facts: string) => (await import('./rubric/rubric.ts')).runScore(table, facts));

rubric
  .command('explain')
  .description('解释一项得分  why one criterion scores what it scores, as JSON')
  .argument('<rubric>', 'rubric file, JSON')
  .argument('<facts>', 'facts file, JSON')
  .argument('<leaf>', 'criterion, e.g. 10.4')
  .action(async (table: string, facts: string, leaf: string) =>
    (await import('./rubric/rubric.ts')).runExplain(table, facts, leaf),
  );

rubric
  .command('lint')
  .description(
    '检查指标  what contradicts itself, leaves a choice or does not add up; exit code 1 when something is open',
  )
  .argument('<rubric>', 'rubric file, JSON')
  .option('--rulings <ids>', 'the readings in force: all, none, or e.g. A02,A04', 'all')
  .option('--json', 'the findings as JSON')
  .action(async (table: string, options: { rulings: string; json?: true }) =>
    (await import('./rubric/lint.ts')).runLint(table, options),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  sayTrouble(error.zh, error.en);
  process.exitCode = error.exitCode;
}
