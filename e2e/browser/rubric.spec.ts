import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { desktop, phone, signIn } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('the table, read with what the check finds 指标检查', () => {
  it.each([
    ['desktop', { viewport: desktop }],
    ['desktop-dark', { viewport: desktop, colorScheme: 'dark' as const }],
    ['phone', { viewport: phone }],
  ])('shows on %s each finding beside its line, and leads to the ruling that settles it', async (name, options) => {
    const visitor = await signIn(browser, 'chair', options);
    const { page } = visitor;
    await page.locator('a[href^="/rubrics/"]').filter({ visible: true }).first().click();

    await page.getByTestId('findings').getByText('待明确 0 处').waitFor();
    const threshold = page.locator('#leaf-2\\.2').getByTestId('finding-text.threshold');
    expect(await threshold.innerText()).toContain('“不少于12次”，达不到的后果未规定');
    await page.locator('#leaf-1\\.2').getByText('检查发现同 1.1').waitFor();
    await visitor.picture(`rubric-${name}`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(visitor.faults).toEqual([]);

    await threshold.getByRole('link', { name: 'A14' }).click();
    expect(new URL(page.url()).hash).toBe('#A14');
    expect(await page.locator('#A14').isVisible()).toBe(true);
    await visitor.leave();
  });
});
