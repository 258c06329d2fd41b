import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { signIn, type Visitor } from './visitor.ts';

const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format();
const day = (before: number) =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(Date.now() - before * 86_400_000);
/** What A4 leaves between its margins, in pixels of CSS: 210 mm − 2 × 12 mm. */
const sheet = { width: 703, height: 1016 };
const CRITERIA = 53;

let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  browser = await launchChromium();
  visitor = await signIn(browser, 'road');
});
afterAll(() => browser.close());

/** The scorecard as the printer gets it. */
const printed = async (search: string): Promise<Page> => {
  const { page } = visitor;
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`/cycles/${year}/units/road/scorecard${search}`);
  await page.getByTestId('scorecard').waitFor();
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  return page;
};
const seen = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => elements.filter((each) => each.getClientRects().length > 0).length);
/** What stands out over the sheet, or is cut off by what it stands in. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const table = document.querySelector('table.annex')!;
    const tooWide = [...table.querySelectorAll('th, td')].filter(
      (cell) => cell.getBoundingClientRect().right > innerWidth + 1 || cell.scrollWidth > cell.clientWidth + 1,
    );
    const clipping: Element[] = [];
    for (let around = table.parentElement; around; around = around.parentElement) {
      const clips = getComputedStyle(around).overflow !== 'visible' && around !== document.documentElement;
      if (clips && (around.scrollWidth > around.clientWidth || around.scrollHeight > around.clientHeight))
        clipping.push(around);
    }
    return [...tooWide, ...clipping].map((element) => element.outerHTML.slice(0, 120));
  });

describe('the scorecard on paper', () => {
  it('is the annex, whole: every row and column, nothing cut', async () => {
    const page = await printed('');
    await visitor.picture('print');
    expect(await seen(page, 'table.annex tbody tr')).toBe(CRITERIA);
    expect(await seen(page, 'table.annex .score .figure')).toBe(CRITERIA);
    expect(await seen(page, 'table.annex th')).toBe(7);
    expect(await page.locator('table.annex').evaluate((table) => getComputedStyle(table).display)).toBe('table');
    expect(await cut(page)).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1);
    expect(pdf.match(/\/MediaBox \[0 0 59[45]/g)!.length).toBeGreaterThan(1); // A4
  });

  it.each(['', '?leaf=10.4'])('shows neither navigation nor buttons (%s)', async (search) => {
    const page = await printed(search);
    for (const part of ['header.header', 'nav', '.skip', '.toasts', '.side-panel', 'input', 'select'])
      expect(await seen(page, part), part).toBe(0);
    // the figures of the table and its sums are buttons too, and look like figures
    expect(await seen(page, 'button:not(.figure, .strip button)')).toBe(0);
  });

  it('says as of which day, of which unit and by which table', async () => {
    const page = await printed('');
    for (const said of ['道路设施所', `截至 ${day(0)}`, '指标'])
      expect(await page.locator('main').innerText()).toContain(said);
  });

  it('as of an earlier day says that day', async () => {
    const page = await printed(`?asOf=${day(1)}`);
    await page.locator(`[data-as-of="${day(1)}"]`).waitFor();
    expect(await page.locator('main').innerText()).toContain(`截至 ${day(1)}`);
  });
});
