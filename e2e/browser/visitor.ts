import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const pictures = fileURLToPath(new URL('../screenshots', import.meta.url));

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** what went wrong in the page: errors of scripts, requests that left our own origin */
  faults: string[];
  /** Keeps a picture for people to look at. */
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

/** Someone with a browser of their own, on our origin. */
export const visit = async (
  browser: Browser,
  { viewport = desktop, colorScheme = 'light' as 'light' | 'dark', locale = 'zh-CN' } = {},
): Promise<Visitor> => {
  const origin = inject('origin');
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale,
    baseURL: origin,
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) faults.push(request.url());
  });
  return {
    page,
    context,
    faults,
    picture: async (name) => {
      fs.mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    },
    leave: () => context.close(),
  };
};

/** The same, signed in with a demonstration account. */
export const signIn = async (
  browser: Browser,
  account: string,
  options: Parameters<typeof visit>[1] = {},
): Promise<Visitor> => {
  const visitor = await visit(browser, options);
  const { page } = visitor;
  await page.goto('/');
  await page.locator('input[name=account]').fill(account);
  await page.locator('input[name=password]').fill(inject('password'));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await page.locator('h1').waitFor();
  return visitor;
};

/** How a person waits for the page: they look again, soon and for a while. */
export const patience = (within = 5000) => ({ timeout: within, interval: 25 });
