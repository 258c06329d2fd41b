import { ANNEX, NOTE } from '@mofan/rubric/annex-2020.fixture';
import table from '@mofan/rubric/rubrics/yueqing-2020.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { ANNEX_TABLE } from '../annex-table.fixture.ts';
import { type Outline, nodesOf } from '../outline.ts';
import { writtenDocx, writtenXlsx } from '../written-files.fixture.ts';
import { importOutline } from './outline-of.ts';

const FILES: [string, () => Promise<Uint8Array>][] = [
  ['.docx', () => writtenDocx(ANNEX_TABLE)],
  ['.xlsx', () => writtenXlsx(ANNEX_TABLE)],
];

const depths = ({ children }: Outline) => {
  const items = children.flatMap((category) => category.children);
  return { categories: children, items, criteria: items.flatMap((item) => item.children) };
};

describe.each(FILES)('the 2020 annex in %s, as its office wrote it', (_, write) => {
  it('has 5 categories, 15 items, 53 criteria and 500 points', async () => {
    const outline = await importOutline(await write());
    const { categories, items, criteria } = depths(outline);
    expect([categories.length, items.length, criteria.length, outline.points]).toEqual([5, 15, 53, '500']);
    expect([...nodesOf(outline.children)]).toHaveLength(73);
  });

  it('states every criterion and its points word for word, without an edit by hand', async () => {
    const { criteria } = depths(await importOutline(await write()));
    const stated = criteria.map(({ number, text, points }) => `${number} ${text}（${points}分）`);
    expect(stated).toEqual(ANNEX.trim().split('\n'));
  });

  it('joins the broken titles and gives them their points', async () => {
    const { categories, items } = depths(await importOutline(await write()));
    expect(categories.map(({ text, points }) => [text, points])).toEqual(
      table.children.map(({ title, points }) => [title, points]),
    );
    expect(items.map(({ number, text, points }) => [number, text, points])).toEqual(
      table.children.flatMap(({ children }) => children.map(({ id, title, points }) => [id, title, points])),
    );
  });

  it('finds title, levels and note around the table', async () => {
    const outline = await importOutline(await write());
    expect(outline.title).toBe(table.title);
    expect(outline.levels).toEqual(['项目', '考核内容', '考核标准']);
    expect(outline.notes).toEqual([NOTE]);
    expect(outline.weightBased).toBe(false);
  });

  it('reports the sums that it checked, and nothing that is open', async () => {
    const { report } = await importOutline(await write());
    const of = (kind: string) => report.filter((entry) => entry.kind === kind).map(({ zh }) => zh);
    expect(of('understood').filter((zh) => zh.includes('下级合计'))).toHaveLength(20);
    expect([...of('guessed'), ...of('not-understood')]).toEqual([]);
  });
});
