import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { patience, signIn, type Visitor } from './visitor.ts';

const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format();
const scorecard = `/cycles/${year}/units/lighting/scorecard`;

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
});
beforeEach(async () => {
  visitor = await signIn(browser, 'lighting');
});
afterEach(() => visitor.leave());
afterAll(() => browser.close());

const offline = () => visitor.page.getByTestId('offline').innerText();
const saysSo = async () => {
  await expect.poll(offline, patience()).toContain('连接已断开');
};
const isBack = async () => {
  await expect.poll(offline, patience(10_000)).toBe('');
};

/** A colleague of the same unit submits a record under a title of its own, in another browser. */
const colleagueRecords = async (title: string) => {
  const colleague = await signIn(browser, 'lighting');
  await fillAndSubmit(colleague, title);
  await colleague.page.getByTestId('toasts').getByText('已').first().waitFor();
  await colleague.leave();
};
const fillAndSubmit = async ({ page }: Visitor, title: string) => {
  await page.goto('/evidence/new');
  await page.getByTestId('record-form').waitFor();
  await write({ page } as Visitor, title);
  await page.getByTestId('record-submit').click();
};
const write = async ({ page }: Visitor, title: string) => {
  const form = page.getByTestId('record-form');
  await form.getByLabel('标题').fill(title);
};

describe('while the network is gone', () => {
  it('a page goes on showing what it has, and says that the connection is lost', async () => {
    const { page, context } = visitor;
    await page.goto(scorecard);
    const total = page.getByTestId('total');
    const before = await total.innerText();
    await context.setOffline(true);
    await saysSo();
    await visitor.picture('offline');
    // coming back to the window reads anew, in vain
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByTestId('figure-10.4').click();
    await page.getByTestId('side-panel').getByText('连不上服务器').waitFor();
    expect(await total.innerText()).toBe(before);
    expect(await page.locator('table.annex tbody tr').count()).toBe(53);

    await context.setOffline(false);
    await isBack();
    await page.getByTestId('leaf-figure').waitFor(); // nobody had to ask again
  });

  it('a record that cannot be sent stays in its form, which says so; once back it is written once', async () => {
    const { page, context } = visitor;
    const title = `断网时写的记录 ${Date.now()}`;
    await page.goto('/evidence/new');
    await write(visitor, title);
    await context.setOffline(true);
    await page.getByTestId('record-submit').click();
    const alert = page.getByTestId('record-form').getByRole('alert');
    for (const said of ['连不上服务器', '填写的内容都还在']) await alert.getByText(said).waitFor();
    await visitor.picture('offline-draft');
    expect(await page.getByTestId('record-form').getByLabel('标题').inputValue()).toBe(title);

    await context.setOffline(false);
    await isBack();
    await page.reload();
    expect(await page.getByTestId('record-form').getByLabel('标题').inputValue()).toBe(title);
    await page.getByTestId('record-submit').click();
    await page.getByTestId('toasts').getByText('已').first().waitFor();
    await page.goto('/evidence');
    await expect.poll(() => page.getByText(title).count(), patience()).toBe(1);
  });

  it('what others did is there once it is back, and so is what they do then', async () => {
    const { page, context } = visitor;
    const [meanwhile, later] = [`断网期间 ${Date.now()}`, `恢复之后 ${Date.now()}`];
    await page.goto('/evidence');
    await page.locator('table').waitFor();
    await context.setOffline(true);
    await saysSo();
    await colleagueRecords(meanwhile);
    expect(await page.getByText(meanwhile).count()).toBe(0);
    await context.setOffline(false);
    await isBack();
    await expect.poll(() => page.getByText(meanwhile).count(), patience()).toBe(1);
    await colleagueRecords(later);
    await expect.poll(() => page.getByText(later).count(), patience()).toBe(1);
  });
});
