import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { desktop, phone, signIn } from './visitor.ts';

const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format();
const road = `/cycles/${year}/units/road/scorecard`;

/** Every kind of page, by who sees it. */
const pages: [account: string, path: string, name: string][] = [
  ['road', '/', 'unit-home'],
  ['road', '/evidence/new', 'record'],
  ['road', road, 'scorecard'],
  ['road', `${road}?leaf=2.2`, 'scorecard-2.2'],
  ['road', '/evidence', 'evidence'],
  ['clerk', '/', 'clerk-home'],
  ['clerk', `/cycles/${year}/overview`, 'overview'],
  ['clerk', '/evidence?status=submitted', 'review'],
  ['clerk', '/rubrics', 'library'],
  ['registrar', '/', 'registrar-home'],
  ['registrar', '/incidents', 'register'],
  ['registrar', '/incidents/new', 'incident'],
  ['confirmer', '/', 'confirmer-home'],
  ['confirmer', '/confirmations', 'confirmations'],
  ['chair', '/', 'chair-home'],
  ['admin', '/', 'administrator-home'],
  ['admin', '/units', 'units'],
  ['admin', '/health', 'health'],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const settled = async (page: Page) => {
  await page.locator('h1').waitFor();
  await page.waitForLoadState('load');
  await page.waitForFunction(`document.querySelectorAll('[aria-busy=true]').length === 0`);
};

const widths = [
  { name: 'desktop', options: { viewport: desktop } },
  { name: 'desktop dark', options: { viewport: desktop, colorScheme: 'dark' as const } },
  { name: 'phone', options: { viewport: phone } },
];

describe.each(widths)('on $name', ({ name, options }) => {
  it.each(pages)('%s sees %s without serious findings, faults or sideways scrolling', async (account, path, page) => {
    const visitor = await signIn(browser, account, options);
    await visitor.page.goto(path);
    await settled(visitor.page);
    // The panel comes after the page, in a chunk of its own.
    if (path.includes('leaf=')) await visitor.page.getByTestId('leaf-figure').waitFor();
    await visitor.picture(`${page}-${name.replace(' ', '-')}`);
    expect(await seriousFindings(visitor.page)).toEqual([]);
    expect(visitor.faults).toEqual([]);
    const overflow = await visitor.page.evaluate(
      'document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await visitor.leave();
  });
});

describe('axe itself', () => {
  it('finds what is planted', async () => {
    const visitor = await signIn(browser, 'road');
    await visitor.page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<input type="text"><img src="data:,">')`,
    );
    expect(await seriousFindings(visitor.page)).not.toEqual([]);
    await visitor.leave();
  });
});
