import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { desktop, patience, phone, signIn, visit } from './visitor.ts';

const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format();
const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format();
const yesterday = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 86_400_000);
const scorecard = `/cycles/${year}/units/road/scorecard`;

/** The smallest PDF that is one. */
const pdf = {
  name: '签到表.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const figure = (page: Page, leaf: string) => page.getByTestId(`figure-${leaf}`).getAttribute('data-value');
const total = (page: Page) => page.getByTestId('total').textContent();
const sessions = async (page: Page) =>
  Number(/(\d+) *\/ *12/.exec((await page.getByTestId('count-2.2').textContent()) ?? '')?.[1]);

/** The two runs of the walk must not share a document number. */
const runs = [
  { name: 'desktop', viewport: desktop, number: `演纪〔${year}〕901号`, outcome: `演纪复〔${year}〕901号` },
  { name: 'phone', viewport: phone, number: `演纪〔${year}〕902号`, outcome: `演纪复〔${year}〕902号` },
];

describe.each(runs)('a unit’s day on the real table, $name', ({ name, viewport, number, outcome }) => {
  it('goes from a record and a case to a scorecard whose figures explain themselves', async () => {
    const secretary = await signIn(browser, 'road', { viewport });
    const { page } = secretary;
    await secretary.picture(`${name}-1-home`);

    // 记一笔: a group study session of today, with its sheet
    const watcher = await signIn(browser, 'road', { viewport });
    await watcher.page.goto(scorecard);
    const before = await (async () => {
      await watcher.page.getByTestId('count-2.2').waitFor();
      return sessions(watcher.page);
    })();
    await page.goto(name === 'phone' ? '/evidence/new' : '/');
    const form = page.getByTestId('record-form');
    await form.waitFor();
    if (await form.getByTestId('duplicate-warning').isVisible()) {
      // The walk ran before today: this is another session of the day.
      await form.getByText('当天第', { exact: false }).click();
    }
    await page.getByTestId('file-input').setInputFiles(pdf);
    await page.getByTestId('attached-file').waitFor();
    await page.getByTestId('record-submit').click();

    // within two seconds, without a reload, one more of twelve
    await expect.poll(() => sessions(watcher.page), patience(2000)).toBe(before + 1);
    await watcher.picture(`${name}-2-one-more`);

    // 处理登记: the registrar enters an admonition
    const registrar = await signIn(browser, 'registrar', { viewport });
    await registrar.page.goto('/incidents/new');
    await registrar.page.getByTestId('incident-unit').selectOption('road');
    await registrar.page.getByLabel('文号').fill(number.replace('〔', '[').replace('〕', ']'));
    for (const label of ['行为日期', '生效日期', '知悉日期']) await registrar.page.getByLabel(label).fill(today);
    await registrar.page.getByTestId('incident-submit').click();
    await registrar.page.getByTestId('incident').first().waitFor();
    await registrar.picture(`${name}-3-recorded`);
    expect(await registrar.page.getByTestId('confirm').count()).toBe(0);

    // 待确认: somebody else confirms
    const confirmer = await signIn(browser, 'confirmer', { viewport });
    await confirmer.page.goto('/confirmations');
    await confirmer.page.getByText(number).first().click();
    await confirmer.page.getByTestId('confirm').waitFor();
    await confirmer.picture(`${name}-4-confirm`);
    const unread =
      Number(
        await page
          .getByTestId('unread')
          .textContent()
          .catch(() => '0'),
      ) || 0;
    await confirmer.page.getByTestId('confirm').click();

    // 10.4 from 12 to 11, the ceiling from 500 to 499, live
    await expect.poll(() => figure(watcher.page, '10.4'), patience(2000)).toBe('11');
    await expect.poll(() => total(watcher.page), patience(2000)).toContain('499');
    await expect
      .poll(async () => Number(await page.getByTestId('unread').textContent()), patience(4000))
      .toBe(unread + 1);

    // the total explains itself, down to the figure
    await watcher.page.getByTestId('total').click();
    const panel = watcher.page.getByTestId('side-panel');
    for (const part of ['C4', '10', '10.4']) {
      const sum = panel.getByTestId(`part-${part}`);
      await sum.waitFor();
      if (part === '10') await watcher.picture(`${name}-5-made-of`);
      await sum.click();
    }
    await expect.poll(() => panel.getByTestId('arithmetic').textContent(), patience()).toContain('12 − 1 × 1 例 = 11');
    for (const said of ['效能告诫', number, '机关纪委'])
      await expect.poll(() => panel.textContent(), patience()).toContain(said);
    await watcher.picture(`${name}-5-explained`);

    // as of yesterday it still says 12, and the panel stays open
    await watcher.page.goto(`${scorecard}?asOf=${yesterday}&leaf=10.4`);
    await watcher.page.getByTestId('past-bar').waitFor();
    await expect.poll(() => figure(watcher.page, '10.4'), patience()).toBe('12');
    await expect.poll(() => watcher.page.getByTestId('leaf-figure').textContent(), patience()).toContain('12');
    await watcher.picture(`${name}-6-yesterday`);
    await watcher.page.goto(`${scorecard}?leaf=10.4`);
    await expect.poll(() => figure(watcher.page, '10.4'), patience()).toBe('11');

    // 撤销: reversed with a reason and the document of the outcome
    await registrar.page.getByTestId('reverse').click();
    await registrar.page.getByRole('dialog').getByRole('textbox').fill(outcome);
    await registrar.page.getByTestId('confirm-reversal').click();
    await expect.poll(() => figure(watcher.page, '10.4'), patience(2000)).toBe('12');
    await expect.poll(() => total(watcher.page), patience(2000)).toContain('500');
    for (const said of [number, outcome]) await expect.poll(() => panel.textContent(), patience()).toContain(said);
    await watcher.picture(`${name}-7-reversed`);

    for (const visitor of [secretary, watcher, registrar, confirmer]) {
      expect(visitor.faults).toEqual([]);
      await visitor.leave();
    }
  });
});

describe('a stranger', () => {
  it('sees the sign-in page whatever they ask for, and comes back to it after signing in', async () => {
    const stranger = await visit(browser);
    await stranger.page.goto('/evidence');
    await stranger.page.locator('input[name=account]').fill('road');
    await stranger.page.locator('input[name=password]').fill('wrong');
    await stranger.page.keyboard.press('Enter');
    await stranger.page.getByTestId('sign-in-error').waitFor();
    await stranger.picture('sign-in-refused');
    await stranger.leave();
  });
});
