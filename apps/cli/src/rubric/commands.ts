import { Option, type Command } from 'commander';

/** The commands about rubric files, none of which needs a server. Each loads what it needs when it runs. */
export const addRubricCommands = (program: Command): void => {
  const rubric = program.command('rubric').description('考核细则  a rubric file, without a server');
  const table = ['<rubric>', 'rubric file, YAML or JSON'] as const;
  const facts = ['<facts>', 'facts file, YAML or JSON: of one unit or of many'] as const;

  rubric
    .command('score')
    .description('计分  the scorecards of the facts, with the selections over many units, as JSON')
    .argument(...table)
    .argument(...facts)
    .action(async (...[file, factsFile]: [string, string]) => (await import('./score.ts')).runScore(file, factsFile));

  rubric
    .command('explain')
    .description('解释得分  why a line has its figure, with all that it is computed from')
    .argument(...table)
    .argument(...facts)
    .argument('[line]', 'e.g. 10.4; absent: the whole table')
    .option('--unit <unit>', 'of many units, this one')
    .addOption(
      new Option('--as <form>', 'data, sentences, or an HTML sheet to print')
        .choices(['json', 'zh', 'en', 'sheet'])
        .default('json'),
    )
    .action(async (file: string, factsFile: string, line: string | undefined, options: { unit?: string; as: string }) =>
      (await import('./explain.ts')).runExplain(file, factsFile, line, options),
    );

  rubric
    .command('lint')
    .description(
      '检查指标  what contradicts itself, leaves a choice or does not add up; exit code 1 when something is open',
    )
    .argument(...table)
    .option('--rulings <ids>', 'the readings in force: all, none, or e.g. A02,A04', 'all')
    .option('--json', 'the findings as JSON')
    .action(async (file: string, options: { rulings: string; json?: true }) =>
      (await import('./lint.ts')).runLint(file, options),
    );

  rubric
    .command('diff')
    .description('比较两版  what changed, in words')
    .argument('<older>')
    .argument('<newer>')
    .addOption(form())
    .action(async (a: string, b: string, options: { as: 'zh' | 'en' | 'json' }) =>
      (await import('./compare.ts')).runDiff(a, b, options),
    );

  rubric
    .command('whatif')
    .description('换一版会怎样  who moves under another table, and by which rule')
    .argument('<rubric-a>')
    .argument('<rubric-b>')
    .argument(...facts)
    .addOption(form())
    .action(async (a: string, b: string, factsFile: string, options: { as: 'zh' | 'en' | 'json' }) =>
      (await import('./compare.ts')).runWhatIf(a, b, factsFile, options),
    );

  addFileCommands(rubric);
};

const form = () => new Option('--as <form>', 'sentences, or data').choices(['zh', 'en', 'json']).default('zh');

const addFileCommands = (rubric: Command): void => {
  rubric
    .command('import')
    .description('导入  the table of an .xlsx or .docx as YAML, and a report of what was understood')
    .argument('<file>')
    .option('--id <code>', 'the id of the table', 'imported')
    .option('--table-version <version>', 'the version of the table, e.g. 2026', String(new Date().getFullYear()))
    .option('--issued-by <office>', 'who issued it', '（待填）')
    .option('--printed-on <date>', 'the date of the paper', new Date().toISOString().slice(0, 10))
    .action(async (file: string, options: { id: string; tableVersion: string; issuedBy: string; printedOn: string }) =>
      (await import('./files.ts')).runImport(file, options),
    );

  rubric
    .command('export')
    .description('导出  as .xlsx or .docx in the layout of the annex, or as .yaml or .json')
    .argument('<rubric>', 'rubric file, YAML or JSON')
    .argument('<target>', 'the file to write')
    .action(async (file: string, target: string) => (await import('./files.ts')).runExport(file, target));

  rubric
    .command('template')
    .description('空白模板  an empty .xlsx to fill in and import')
    .argument('<target>', 'the file to write')
    .action(async (target: string) => (await import('./files.ts')).runTemplate(target));

  rubric
    .command('schema')
    .description('JSON Schema of the language, for editors')
    .action(async () => (await import('./files.ts')).runSchema());
};
