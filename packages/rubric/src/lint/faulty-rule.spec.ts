import { describe, expect, it } from 'vitest';
import { smallContent } from '../explain/small-table.fixture.ts';
import { lint } from './lint.ts';
import { findingWording } from './wording.ts';
import { parseRubric } from '../content.ts';

const judged = (id: string, formula: string) => ({ id, text: id, points: 10, from: { formula } });
const content = (points: number, formula: string) =>
  smallContent({
    points,
    inputs: [{ id: 'rate', title: '比率', kind: 'number', least: 0, most: 10 }],
    children: [judged('a', formula), judged('b', 'rate')],
  });

describe('a rule that cannot be computed', () => {
  it('is found beside other errors, so that both are mended in one go', () => {
    const found = lint(content(30, 'raet')).map(({ finding }) => finding);
    expect(found.map(({ code }) => code)).toEqual(['sum.mismatch', 'rule.faulty']);
    expect(findingWording(parseRubric(content(30, 'raet')), found[1]!).zh).toBe(
      'a：算式“raet”第 1 个字符：输入项中没有“raet”，相近的有 rate（比率）',
    );
  });

  it('is all that is told where nothing else is wrong', () =>
    expect(() => lint(content(20, 'raet'))).toThrow('there is no input “raet”'));
});
