import { expect } from 'vitest';
import { seriousFindings } from './axe.ts';
import type { Visitor } from './visitor.ts';

/** Nothing sideways, nothing that a screen reader stumbles over, nothing that broke. */
export const sound = async ({ page, faults }: Visitor): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(faults).toEqual([]);
  const overflow = await page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth');
  expect(overflow).toBeLessThanOrEqual(0);
};
