import published from '@mofan/rubric/rubrics/yueqing-2020.json' with { type: 'json' };
import { parseRubric } from '@mofan/rubric/content';
import type { Rubric, RubricNode } from '@mofan/rubric/rubric';
import { outlineOfRubric } from '@mofan/rubric-files/draft/outline-of-rubric';
import { writeDocx } from '@mofan/rubric-files/export/write-docx';
import { importOutline } from '@mofan/rubric-files/import/outline-of';
import { readYaml } from '@mofan/rubric-files/yaml/read-yaml';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';
import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { sound } from './sound.ts';
import { patience, phone, signIn, type Visitor } from './visitor.ts';

let browser: Browser;
let clerk: Visitor;
let chair: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
  [clerk, chair] = await Promise.all([signIn(browser, 'clerk'), signIn(browser, 'chair')]);
});
afterAll(() => browser.close());

const view = (page: Page, name: string) => page.getByTestId(`tab-${name}`).click();
const save = async (page: Page, text: string) => {
  await page.getByTestId('source').fill(text);
  await page.getByTestId('save-text').click();
};

/** The grades of the 2020 table on one line of the imported one, the others plain, without the reading that mends them. */
const graded = (text: string, rulings: object[]): string => {
  const table = readYaml(text).value as Rubric;
  const { grades, scales } = parseRubric(published);
  return writeYaml({
    ...table,
    title: '二〇二六年考核指标',
    grades,
    scales: { judged: { ...scales['judged'], step: '0.5' } },
    children: table.children.map(plain),
    consequences: [{ id: 'praise', title: '通报表扬', when: `line('${table.id}') >= 480`, amount: '1000' }],
    rulings: { ...table.rulings, items: rulings },
  });
};

/** The same table with cases of the first kind at twice the rate. */
const withDearerCases = (text: string): string =>
  text.replace(/(id: efficiency-admonition[^]*?points: )1\b/, (_, before: string) => `${before}2`);
const DEARER = '“严守干部作风监督十八条规定和干部勤政方面…”扣分项“被效能告诫”每例扣分由 1 改为 2';

const plain = (node: RubricNode): RubricNode => {
  if ('children' in node) return { ...node, children: node.children.map(plain) };
  const { steps: _, ...line } = node;
  return { ...line, from: { mark: node.id === '1.1' ? { scale: 'judged' } : { step: '0.5' } } };
};

const RULING = {
  id: 'A01',
  on: '8 分项各等次的界限',
  problem: '按原文字面，8 分项“一般”与“不合格”在 3–4 分重叠。',
  reading: '不合格在 3 分以下，一般为 3 至 5 分。',
  alternatives: ['按字面，同分可评两个等次'],
  leaves: ['1.1'],
  patch: {
    scales: {
      judged: {
        bands: [
          { grade: 'excellent', from: { minus: '0' }, to: { minus: '0' } },
          { grade: 'good', from: { minus: '3' }, below: { minus: '0' } },
          { grade: 'fair', from: { minus: '5' }, below: { minus: '3' } },
          { grade: 'unqualified', from: { points: '0' }, below: { minus: '5' } },
        ],
      },
    },
  },
};

describe('a table from its file to the year that it is compared with', () => {
  let url: string;

  it('begins in the library, which is empty of drafts and says what to do', async () => {
    const { page } = clerk;
    await page.getByRole('link', { name: '考核指标', exact: true }).click();
    await page.getByText('没有草稿。可以上传文件，或从一个版本起草。').waitFor();
    await page.getByTestId('version-2020').waitFor();
    await clerk.picture('library-empty');
    await sound(clerk);
  });

  it('a file that is none is refused in plain words', async () => {
    const { page } = clerk;
    const file = { name: '指标.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a document') };
    await page.getByTestId('rubric-file').setInputFiles(file);
    await page.getByRole('alert').getByText('没有读 指标.docx').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('不是 .docx 或 .xlsx 文件');
    await sound(clerk);
  });

  it('a .docx becomes a draft, with a report of what was guessed', async () => {
    const { page } = clerk;
    const buffer = Buffer.from(await writeDocx(outlineOfRubric(parseRubric(published))));
    await page
      .getByTestId('rubric-file')
      .setInputFiles({ name: '指标.docx', mimeType: 'application/octet-stream', buffer });
    await page.waitForURL(/\/rubric-drafts\//);
    await page
      .getByTestId('import-report')
      .getByText(/推测 \d+ 处/)
      .waitFor();
    await page.locator('#leaf-10\\.4').waitFor();
    url = new URL(page.url()).pathname;
    await clerk.picture('draft-imported');
    await sound(clerk);
  });

  it('broken YAML is refused with its place, and stays in the page', async () => {
    const { page } = clerk;
    await view(page, 'text');
    const text = await page.getByTestId('source').inputValue();
    expect(text).toMatch(/^# 从文件导入/);
    await save(page, `${text}\nbroken: [1, 2`);
    await page.getByText(/第 \d+ 行第 \d+ 列：不是有效的 YAML/).waitFor();
    expect(await page.getByTestId('source').inputValue()).toContain('broken: [1, 2');
    await page.getByTestId('go-to-fault').click();
    await clerk.picture('draft-text-fault');
    await sound(clerk);
    await view(page, 'table');
    await page.getByText('文本有未保存的修改').waitFor();
    await view(page, 'text');
    expect(await page.getByTestId('source').inputValue()).toContain('broken: [1, 2');
    await page.getByRole('button', { name: '放弃修改' }).click();
  });

  it('a text with a contradiction is saved, and the contradiction shown where it is', async () => {
    const { page } = clerk;
    const text = await page.getByTestId('source').inputValue();
    await save(page, graded(text, []));
    await page
      .getByTestId('obstacles')
      .getByText(/还有 \d+ 处矛盾没有解决，如 1.1/)
      .waitFor();
    await view(page, 'table');
    const finding = page.locator('#leaf-1\\.1').getByTestId('finding-band.overlap');
    await finding.click();
    await page.getByTestId('side-panel').getByText('还没有解释口径回应这一处').waitFor();
    await page.getByTestId('side-panel').getByText('一般与不合格重叠').first().waitFor();
    await clerk.picture('draft-finding');
    await sound(clerk);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await view(page, 'check');
    await page.getByTestId('all-findings').waitFor();
    await sound(clerk);
  });

  it('a ruling mends it and waits for the chair, who alone can sign', async () => {
    const { page } = clerk;
    await view(page, 'text');
    await save(page, graded(await page.getByTestId('source').inputValue(), [RULING]));
    await page.getByTestId('obstacles').getByText('还有 1 条口径没有签发，如 A01。').waitFor();
    expect(await page.getByTestId('publish').count()).toBe(0);

    await chair.page.goto(url);
    const finding = chair.page.locator('#leaf-1\\.1').getByTestId('finding-band.overlap');
    await finding.click();
    expect(await chair.page.getByTestId('publish').isDisabled()).toBe(true);
    await chair.page.getByText('按解释口径').waitFor();
    await chair.page.getByText('次序不颠倒').waitFor();
    await chair.picture('draft-sign');
    await sound(chair);
    await chair.page.getByRole('button', { name: '签发 A01' }).click();
    await chair.page
      .getByTestId('side-panel')
      .getByText(/已签 · 机关党委/)
      .waitFor();
    await chair.page.keyboard.press('Escape');
    await chair.page.getByRole('heading', { name: /^可以发布/ }).waitFor();
  });

  it('what if: the earliest year under the draft, unit by unit', async () => {
    const { page } = chair;
    await view(page, 'whatIf');
    const years = page.getByTestId('what-if-year');
    await years.waitFor();
    await years.selectOption({ index: (await years.locator('option').count()) - 1 });
    await expect.poll(() => page.getByTestId('what-if-sum').innerText(), patience(20_000)).toMatch(/个单位|都不变/);
    expect(await page.locator('[data-testid^="what-if-"] th[scope=row]').count()).toBeGreaterThan(10);
    await page.locator('details > summary').first().click();
    await page.getByText('如果规则：').first().waitFor();
    await page
      .getByRole('region', { name: '通报表扬' })
      .getByText(/→ .*1000/)
      .first()
      .waitFor();
    await chair.picture('draft-what-if');
    await sound(chair);
  });

  it('is published after a question, and opened in the library', async () => {
    const { page } = chair;
    await page.getByTestId('publish').click();
    await page.getByRole('dialog').getByText('发布后内容不再改动').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByRole('heading', { name: '已发布，不再改动' }).waitFor();
    await page.getByTestId('to-version').click();
    await page.getByRole('heading', { name: '口径都已签发' }).waitFor();
    await page.locator('#leaf-10\\.4').waitFor();
    await sound(chair);
    await view(page, 'check');
    await page
      .getByTestId('ruling-A01')
      .getByText(/已签 · 机关党委/)
      .waitFor();

    await clerk.page.goto('/rubrics');
    await clerk.page.getByRole('link', { name: '二〇二六年考核指标' }).first().waitFor();
    await clerk.picture('library');
    await sound(clerk);
  });

  it('is exported as .xlsx that can be read again', async () => {
    const { page } = chair;
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-xlsx').click()]);
    expect(download.suggestedFilename()).toMatch(/^二〇二六年考核指标（\d{4}版）\.xlsx$/);
    const outline = await importOutline(fs.readFileSync(await download.path()));
    expect(outline).toMatchObject({ title: '二〇二六年考核指标', points: '500' });
  });

  it('begins anew from a version, whose changes are told in words', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: '基于 2020 版起草新版' }).click();
    await page.waitForURL(/\/rubric-drafts\//);
    await page.getByRole('heading', { name: /条口径待签发/ }).waitFor();
    await view(page, 'changes');
    await page.getByText('与所依据的版本相比没有变化。').waitFor();
    await view(page, 'text');
    const text = await page.getByTestId('source').inputValue();
    await save(page, withDearerCases(text.replace(/^title: .*$/m, 'title: 改过的名称')));
    await view(page, 'changes');
    const changes = page.getByTestId('changes');
    await changes.getByText(/改为“改过的名称”/).waitFor();
    await changes.getByText(DEARER).waitFor();
    await clerk.picture('draft-changes');
    await sound(clerk);
  });

  it('what if: who moves does so for the one rule that changed', async () => {
    const { page } = clerk;
    await view(page, 'whatIf');
    await page.getByTestId('what-if-year').selectOption({ index: 0 });
    await expect.poll(() => page.getByTestId('what-if-sum').innerText(), patience(20_000)).toMatch(/\d+ 个有变动/);
    const moved = page.locator('[data-testid^="what-if-"]').filter({ has: page.locator('details') });
    await moved.first().getByText(DEARER).first().waitFor();
    await clerk.picture('draft-what-if-reason');
    await sound(clerk);
    await page.getByRole('button', { name: '作废', exact: true }).click();
    await page.getByTestId('confirm').click();
    await page.getByRole('heading', { name: '已作废' }).waitFor();
  });

  it.each([
    ['phone', { viewport: phone }],
    ['dark', { colorScheme: 'dark' as const }],
  ])('reads the same on a %s screen', async (name, options) => {
    const visitor = await signIn(browser, 'chair', options);
    const { page } = visitor;
    for (const [path, waits, picture] of [
      ['/rubrics', '[data-testid=version-2020]', 'library'],
      [url, '#leaf-10\\.4', 'draft-table'],
      [`${url}?view=text`, '[data-testid=source]', 'draft-text'],
      [`${url}?view=check`, '[data-testid=all-findings]', 'draft-check'],
      [`${url}?view=whatIf`, '[data-testid=what-if-sum]', 'draft-what-if'],
    ] as const) {
      await page.goto(path);
      await page.locator(waits).first().waitFor({ timeout: 20_000 });
      await visitor.picture(`${picture}-${name}`);
      await sound(visitor);
    }
    await visitor.leave();
  });

  it('is printed as the annex with its findings, on A4', async () => {
    const visitor = await signIn(browser, 'chair');
    const { page } = visitor;
    await page.goto(url);
    await page.locator('#leaf-10\\.4').waitFor();
    await page.setViewportSize({ width: 703, height: 1016 });
    await page.emulateMedia({ media: 'print' });
    await visitor.picture('draft-print');
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('table.reading').evaluate((table) => getComputedStyle(table).display)).toBe('table');
    const overflow = await page.evaluate('document.scrollingElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await visitor.leave();
  });

  it('is not for units: neither drafts nor what-if are on offer', async () => {
    const visitor = await signIn(browser, 'road');
    const origin = inject('origin');
    expect(await visitor.page.getByRole('link', { name: '考核指标', exact: true }).count()).toBe(0);
    expect((await visitor.page.request.get(`${origin}/api/rubric-drafts`)).status()).toBe(403);
    await visitor.leave();
  });
});
