import { lint } from '@mofan/rubric/lint/lint';
import { loadRubric } from '@mofan/rubric/load';
import published from '@mofan/rubric/rubrics/yueqing-2020.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { ANNEX_TABLE } from '../annex-table.fixture.ts';
import { writeDocx } from '../export/write-docx.ts';
import { writeXlsx } from '../export/write-xlsx.ts';
import { importOutline } from '../import/outline-of.ts';
import { writtenDocx, writtenXlsx } from '../written-files.fixture.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { writeYaml } from '../yaml/write-yaml.ts';
import { draftOf } from './draft-of.ts';
import { outlineOfRubric } from './outline-of-rubric.ts';

const IMPRINT = { id: 'imported', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };

describe.each([
  ['.docx', () => writtenDocx(ANNEX_TABLE)],
  ['.xlsx', () => writtenXlsx(ANNEX_TABLE)],
])('the annex in %s as a draft', (_, write) => {
  it('loads as a table of 53 criteria and 500 points with the published ids and texts', async () => {
    const { rubric } = draftOf(await importOutline(await write()), IMPRINT);
    const { leaves, groups, total } = loadRubric(readYaml(writeYaml(rubric)).value);
    expect([leaves.length, groups.length, total.pointsText]).toEqual([53, 20, '500']);
    expect(leaves.map(({ id, source, pointsText }) => [id, source.text, pointsText])).toEqual(
      loadRubric(published).leaves.map(({ id, source, pointsText }) => [id, source.text, pointsText]),
    );
  });

  it('charges the rates that a line states, and says that this is a guess', async () => {
    const { rubric, report } = draftOf(await importOutline(await write()), IMPRINT);
    const charged = loadRubric(rubric).leaves.filter(({ from }) => from.kind === 'cases');
    expect(charged.map(({ id }) => id)).toEqual(['10.4']);
    expect(charged[0]!.source.from.cases?.deduct?.map(({ points, per }) => `${points} ${per}`)).toEqual([
      '1 case',
      '0.5 occurrence',
      '5 case',
      '3 case',
      '2 case',
      '1 case',
    ]);
    expect(report.some(({ kind, zh }) => kind === 'guessed' && zh.startsWith('10.4：按列明的扣分'))).toBe(true);
  });

  it('leaves to the linter what the text leaves open', async () => {
    const { rubric } = draftOf(await importOutline(await write()), IMPRINT);
    expect(lint(rubric).map(({ finding }) => `${finding.code} ${finding.leaves[0]}`)).toEqual(
      expect.arrayContaining(['text.threshold 2.2', 'text.discretion 4.2', 'deduction.stacked 10.4']),
    );
  });
});

describe('a published table', () => {
  it.each([
    ['.docx', writeDocx],
    ['.xlsx', writeXlsx],
  ])('is exported to %s and imported again with the same tree', async (_, write) => {
    const { published: rubric } = loadRubric(published);
    const { rubric: again } = draftOf(await importOutline(await write(outlineOfRubric(rubric))), IMPRINT);
    const texts = (table: typeof rubric) =>
      loadRubric(table).leaves.map(({ id, source, pointsText }) => [id, source.text, pointsText]);
    expect(texts(again)).toEqual(texts(rubric));
  });
});
