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
  ])(
    'shows on %s each finding beside its line, and explains it with the ruling that settles it',
    async (name, options) => {
      const visitor = await signIn(browser, 'chair', options);
      const { page } = visitor;
      await page.goto('/rubrics');
      await page
        .getByTestId('version-2020')
        .getByRole('link', { name: /考核指标/ })
        .first()
        .click();

      await page.getByText(/处，待明确 0 处/).waitFor({ state: 'attached' });
      const line = page.locator('#leaf-2\\.2');
      const threshold = line.getByTestId('finding-text.threshold');
      expect(await threshold.innerText()).toContain('“不少于12次”，达不到的后果未规定');
      expect(await line.locator('mark').innerText()).toBe('不少于12次');
      await page.locator('#leaf-1\\.2').getByText('同 1.1').waitFor();
      await visitor.picture(`rubric-${name}`);
      expect(await seriousFindings(page)).toEqual([]);

      await threshold.click();
      const panel = page.getByTestId('side-panel');
      await panel.getByTestId('ruling-A14').getByText('已签').waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
      await page.locator('#leaf-1\\.1').getByTestId('finding-band.overlap').click();
      await panel.getByText('按原文字面', { exact: true }).waitFor();
      await panel.getByRole('button', { name: '6 分 · 6 条' }).click();
      await visitor.picture(`rubric-panel-${name}`);
      expect(await seriousFindings(page)).toEqual([]);
      expect(visitor.faults).toEqual([]);
      await visitor.leave();
    },
  );
});
