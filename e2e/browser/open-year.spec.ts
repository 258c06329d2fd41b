import { table } from '@mofan/domain/rubric-draft/table.fixture';
import { writeYaml } from '@mofan/rubric-files/yaml/write-yaml';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { sound } from './sound.ts';
import { patience, phone, signIn, type Visitor } from './visitor.ts';

const thisYear = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format());
const nextYear = String(thisYear + 1);
const lastYear = String(thisYear - 1);

/** Two lines, nothing that deducts. */
const TITLE = '明年试行的小表';
const text = writeYaml(
  table({
    title: TITLE,
    version: nextYear,
    children: [
      { id: '1', text: '按时报送材料。（8分）', points: '8', from: { mark: { scale: 'judged' } } },
      { id: '2', text: '按时参加会议。（8分）', points: '8', from: { mark: { scale: 'judged' } } },
    ],
  }),
);

let browser: Browser;
let clerk: Visitor;
let chair: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
  [clerk, chair] = await Promise.all([signIn(browser, 'clerk'), signIn(browser, 'chair')]);
});
afterAll(() => browser.close());

describe('a version that was published, and the year after this one', () => {
  it('is published by clerk and chair', async () => {
    const { page } = clerk;
    await page.goto('/rubrics');
    const file = { name: '小表.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) };
    await page.getByTestId('rubric-file').setInputFiles(file);
    await page.waitForURL(/\/rubric-drafts\//);
    await chair.page.goto(new URL(page.url()).pathname);
    await chair.page.getByTestId('tab-check').click();
    await chair.page.getByRole('button', { name: /^签发/ }).first().click();
    await chair.page.getByRole('heading', { name: /可以发布/ }).waitFor();
    await chair.page.getByTestId('publish').click();
    await chair.page.getByTestId('confirm').click();
    await chair.page.getByRole('heading', { name: '已发布，不再改动' }).waitFor();
  });

  it('is offered where a year is opened, with its hash and its rulings, beside the one with unsigned rulings', async () => {
    const { page } = clerk;
    await page.goto('/rubrics');
    await page.getByRole('link', { name: '开启年度' }).click();
    await page.getByTestId(`choose-${nextYear}`).waitFor();
    const choices = page.getByRole('group', { name: '指标版本' });
    expect(await choices.innerText()).toMatch(new RegExp(`${TITLE}[^]*校验码 [0-9a-f]{12} · 口径都已签发`));
    expect(await page.locator('input[name=year]').inputValue()).toBe(nextYear);
    expect(await page.locator('input[name=from]').inputValue()).toBe(`${nextYear}-01-01`);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(12);
    await clerk.picture('open-year');
    await sound(clerk);
  });

  it('does not open twice, nor without units, and says why', async () => {
    const { page } = clerk;
    const year = page.locator('input[name=year]');
    await year.fill(String(thisYear));
    await page.getByRole('button', { name: '全不选' }).click();
    await page.getByTestId('open-year').click();
    await page.getByText(`${thisYear} 年度已经开启。`).waitFor();
    await page.getByText('至少选择一个单位。').waitFor();
    await clerk.picture('open-year-faults');
    await sound(clerk);
    await year.fill(nextYear);
    await page.locator('input[name=from]').fill(`${nextYear}-01-01`);
    for (const name of ['综合科', '道路设施所']) await page.getByRole('checkbox', { name }).check();
  });

  it('opens by the keyboard alone, and its scorecards have the lines of the new table', async () => {
    const { page } = clerk;
    await page.getByTestId(`choose-${nextYear}`).focus();
    await page.keyboard.press('Space');
    await page.locator('input[name=year]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/cycles/${nextYear}/units/.+/scorecard`));
    await page.getByTestId('scorecard').waitFor();
    expect(await page.getByTestId('scorecard').innerText()).toContain('按时参加会议');
    expect(await page.getByTestId('scorecard').innerText()).not.toContain('10.4');
    await clerk.picture('opened-year');
    await sound(clerk);
  });

  it('is not opened by others', async () => {
    await chair.page.goto('/years/new');
    await chair.page.getByText('年度由领导小组办公室开启。').waitFor();
    await chair.page.goto('/rubrics');
    await chair.page.getByTestId(`version-${nextYear}`).waitFor();
    expect(await chair.page.getByRole('link', { name: '开启年度' }).count()).toBe(0);
  });
});

describe('the year that is closed', () => {
  it('can be chosen on the board and on scorecards, and is only read', async () => {
    const { page } = clerk;
    await page.goto(`/cycles/${thisYear}/overview`);
    await page.locator('select.year').selectOption(lastYear);
    await page.waitForURL(`**/cycles/${lastYear}/overview`);
    await page.getByText('归档', { exact: true }).first().waitFor();
    await page.locator('table').first().waitFor();
    await clerk.picture('closed-overview');
    await sound(clerk);
    await page.getByRole('link', { name: '得分表', exact: true }).click();
    await page.waitForURL(new RegExp(`/cycles/${lastYear}/units/.+/scorecard`));
    await page.getByTestId('scorecard').waitFor();
    await clerk.picture('closed-scorecard');
    await sound(clerk);
    await page.goto('/evidence?status=accepted');
    await page.locator('tbody a').first().click();
    await page.getByTestId('side-panel').getByText('只读').waitFor();
    expect(await page.getByTestId('return').count()).toBe(0);
  });

  it.each([
    ['desktop', {}],
    ['phone', { viewport: phone }],
  ])('is what another version is compared with unless another year is chosen, on a %s', async (name, options) => {
    const visitor = await signIn(browser, 'chair', options);
    const { page } = visitor;
    await page.goto('/rubrics');
    await page.getByRole('link', { name: TITLE }).first().click();
    await page.getByTestId('tab-whatIf').click();
    await page.getByTestId('what-if-year').waitFor();
    expect(await page.getByTestId('what-if-year').inputValue()).toBe(lastYear);
    await expect.poll(() => page.getByTestId('what-if-sum').innerText(), patience(20_000)).toMatch(/12 个单位中 12 个/);
    await visitor.picture(`closed-what-if-${name}`);
    await sound(visitor);
    await visitor.leave();
  });

  it('and the page that opens the next one fit a phone', async () => {
    const visitor = await signIn(browser, 'clerk', { viewport: phone });
    await visitor.page.goto('/years/new');
    await visitor.page.getByTestId('open-year').waitFor();
    await visitor.picture('open-year-phone');
    await sound(visitor);
    await visitor.page.goto(`/cycles/${thisYear}/overview`);
    await visitor.page.locator('select.year').selectOption(lastYear);
    await visitor.page.waitForURL(`**/cycles/${lastYear}/overview`);
    await visitor.page.locator('table').first().waitFor();
    await visitor.picture('closed-overview-phone');
    await sound(visitor);
    await visitor.leave();
  });

  it('reads in English, too', async () => {
    const { page } = clerk;
    await page.goto('/');
    await page.evaluate(`localStorage.setItem('mofan.language', 'en')`);
    await page.goto('/years/new');
    await page.getByTestId('open-year').waitFor();
    await clerk.picture('open-year-english');
    await sound(clerk);
  });
});
