import fs from 'node:fs';
import path from 'node:path';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import { loadRubric } from '@mofan/rubric/load';
import type { RaterGroup, Source } from '@mofan/rubric/language/source';
import { randomField } from '@mofan/rubric/random-field.fixture';
import type { Rubric, RubricNode } from '@mofan/rubric/rubric';
import { nodesOf } from '@mofan/rubric/tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RubricDraft, draftOf } from '../draft/draft-of.ts';
import { importOutline } from '../import/outline-of.ts';
import { isPlainSum } from '../printed-rule/combine-phrase.ts';
import { isSame } from '../printed-rule/sentence.ts';
import { withGrades } from '../printed-rule/grade-names.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { paperOf } from './paper-of.ts';
import type { Surroundings } from './surroundings.ts';
import type { Outline } from '../outline.ts';
import type { ReportEntry } from '../report.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

const rubrics = path.join(import.meta.dirname, '../../../rubric');
const files = [
  'rubrics/yueqing-2020.yaml',
  ...fs.readdirSync(path.join(rubrics, 'tables')).map((table) => `tables/${table}/table.yaml`),
];
const IMPRINT = { id: 'again', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };

type Write = (outline: Outline, around: Surroundings) => Promise<Uint8Array>;
const again = async (rubric: CompiledRubric, write: Write): Promise<RubricDraft> => {
  const { outline, around } = paperOf(rubric, 'f'.repeat(64));
  return draftOf(await importOutline(await write(outline, around)), IMPRINT);
};

type Rule = Pick<RubricNode, 'from' | 'steps' | 'notApplicable'>;

/** A rule without what no paper has: the codes of its parts, and what is left to readers and named. */
function spoken({ from, steps = [], notApplicable }: Rule, table: Rubric): unknown {
  const rule = {
    from: from && sourceOf(from, table),
    steps: steps.filter((step) => !step.gate),
    notApplicable,
  };
  return withGrades(rule, (code) => table.grades.find((grade) => grade.code === code)?.title ?? code);
}

function sourceOf({ mark, cases, votes, formula, combine }: Source, table: Rubric): unknown {
  const titled = (groups: readonly RaterGroup[] | undefined): unknown =>
    groups?.map(({ id, title, weight, groups: within }) => ({ title: title ?? id, weight, groups: titled(within) }));
  if (combine) return isPlainSum(combine) ? undefined : { combine };
  if (formula !== undefined) {
    const { id: _, ...input } = table.inputs?.find(({ id }) => id === formula) ?? { id: '' };
    return { input };
  }
  if (votes)
    return {
      votes: { ...votes, options: votes.options.map(({ code: _, ...each }) => each), groups: titled(votes.groups) },
    };
  if (cases) {
    const plain = (rates: typeof cases.deduct) => rates?.map(({ id: _, category: __, ...rate }) => rate);
    return { cases: { ...cases, deduct: plain(cases.deduct), add: plain(cases.add) } };
  }
  const { caps: _, scale, raters, ...rest } = mark!;
  return {
    mark: {
      ...rest,
      ...(scale !== undefined && { scale: table.scales[scale] }),
      ...(raters && { raters: { ...raters, groups: titled(raters.groups) } }),
    },
  };
}

/** Why a figure is left to readers: what of its rule no sentence says. */
function unspoken({ from, steps = [] }: Rule, table: Rubric): boolean {
  const isInput = ({ formula }: Source) => table.inputs?.some(({ id, kind }) => id === formula && kind === 'number');
  const formula = from?.formula !== undefined && !isInput(from);
  return formula || steps.some(({ compute, decide }) => compute !== undefined || decide);
}

/** How many conditions and counts a rule has, each of which the report names. */
const asides = ({ from, steps = [] }: Rule): number =>
  steps.filter(({ gate }) => gate).length + (from?.mark?.caps?.length ?? 0);

/** How many sentences an export prints of a rule, or names: its source unless its parts are added up, and each step. */
const printedParts = ({ from, steps = [] }: Rule): number => {
  const source = from === undefined || (from.combine && isPlainSum(from.combine)) ? 0 : 1;
  const judged = (from?.mark?.raters ? 1 : 0) + (from?.mark?.discretion ? 1 : 0);
  return source + judged + (from?.mark?.caps?.length ?? 0) + steps.length;
};

/** The lines, groups and whole of a table that came back otherwise, or of which something is left out in silence. */
function differences({ table }: CompiledRubric, { rubric, report }: RubricDraft): string[] {
  const read = new Map<string, RubricNode>([...nodesOf(rubric)].map(({ node }) => [node.id, node]));
  const lines: [string, Rule, Rule | undefined][] = [
    ...[...nodesOf(table)].map(({ node }): [string, Rule, Rule | undefined] => [node.id, node, read.get(node.id)]),
    ['全表', table as Rule, rubric as Rule],
  ];
  return lines.flatMap(([id, before, after]) => {
    const told = report.filter(({ zh }) => zh.startsWith(`${id}：`));
    const aside = told.filter(({ kind }) => kind === 'left-aside').length;
    if (unspoken(before, table))
      return told.some(({ kind }) => kind === 'not-understood') && aside === printedParts(before)
        ? []
        : [`${id}: silent`];
    if (!after || !isSame(spoken(before, table), spoken(after, rubric)))
      return [
        `${id}: ${JSON.stringify(spoken(before, table))} became ${JSON.stringify(after && spoken(after, rubric))}`,
      ];
    const open = told.some(({ kind }) => kind === 'not-understood');
    return aside === asides(before) && open === aside > 0 ? [] : [`${id}: told otherwise`];
  });
}

/** What the report guesses, or does not understand, of a paper that nobody changed; what it leaves aside is none of it. */
const alarms = ({ report }: RubricDraft): string[] =>
  report.filter(({ kind, zh }) => !TOLD[kind].test(zh)).map(({ kind, zh }) => `${kind} ${zh}`);

const TOLD: Record<ReportEntry['kind'], RegExp> = {
  understood: /./,
  guessed: /^$/,
  'not-understood': /印出的规则不能全部读入|没有读入，须人工写明/,
  'left-aside': /./,
};

describe.each<[string, Write]>([
  ['.docx', writeDocx],
  ['.xlsx', writeXlsx],
])('the rules of a table, exported to %s and imported', (_, write) => {
  it.each(files)('%s: are the same, or named in the report', async (file) => {
    const rubric = loadRubric(readYaml(fs.readFileSync(path.join(rubrics, file), 'utf8')).value);
    const draft = await again(rubric, write);
    expect(differences(rubric, draft)).toEqual([]);
    const titled = ({ grades, levels }: Rubric) => ({
      grades: grades.map(({ title, rule }) => ({ title, rule })),
      levels: levels?.map(({ title }) => title),
    });
    expect(titled(draft.rubric)).toEqual(titled(rubric.table));
    expect(alarms(draft)).toEqual([]);
    expect(draft.rubric.rounding).toEqual(rubric.table.rounding);
  });
});

describe('the rules of any table', () => {
  it('come back the same from a workbook, or are named in the report', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(randomField, async ({ content }) => {
        const rubric = loadRubric(content);
        const draft = await again(rubric, writeXlsx);
        expect([...differences(rubric, draft), ...alarms(draft)]).toEqual([]);
      }),
      { numRuns: 40 },
    ),
  );
});
