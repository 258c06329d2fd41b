import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { visit } from './visitor.ts';

const MOST_BYTES = 250 * 1000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('the secretary’s home, cold, sign-in included, loads at most 250 kB of script', async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  const scripts = new Map<string, number>();
  page.on('response', async (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return;
    scripts.set(response.url(), gzipSync(await response.body(), { level: 6 }).length);
  });
  await page.goto('/');
  await page.locator('input[name=account]').fill('road');
  await page.locator('input[name=password]').fill(inject('password'));
  await page.keyboard.press('Enter');
  await page.getByTestId('record-form').waitFor();
  await page.waitForLoadState('networkidle').catch(() => {});
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  expect(scripts.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  console.log(`first load: ${scripts.size} scripts, ${bytes} bytes gz`);
  await visitor.leave();
});

it('scripts travel compressed and are kept for ever under their hash', async () => {
  const origin = inject('origin');
  const page = await (await fetch(origin)).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)![1];
  const { headers } = await fetch(`${origin}${script}`, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
  expect(headers.get('cache-control')).toContain('immutable');
});
