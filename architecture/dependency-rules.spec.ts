import fs from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const fixtures = path.join(import.meta.dirname, 'fixtures');
const options = await extractDepcruiseOptions(path.join(root, '.dependency-cruiser.cjs'));
const rules = (options.ruleSet?.forbidden ?? []).map(({ name }) => name ?? '');

const violations = async (baseDir: string, options: ICruiseOptions): Promise<string[]> => {
  const folders = ['apps', 'packages', 'e2e'].filter((name) => fs.existsSync(path.join(baseDir, name)));
  const { output } = await cruise(folders, { ...options, baseDir, validate: true });
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
};

describe('the rules of who may import whom', { timeout: 60_000 }, () => {
  it('have a bad example each', () => {
    expect(fs.readdirSync(fixtures).toSorted()).toEqual(rules.toSorted());
  });

  it.each(rules)('%s bites', async (rule) => {
    const found = await violations(path.join(fixtures, rule), options);
    expect(found.filter((each) => each.startsWith(`${rule}: `))).not.toEqual([]);
  });

  it('hold in this repository', async () => {
    expect(await violations(root, options)).toEqual([]);
  });
});
