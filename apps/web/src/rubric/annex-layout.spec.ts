import type { Leaf, Rubric, RubricNode } from '@mofan/rubric/rubric';
import { describe, expect, it } from 'vitest';
import { annexLayout } from './annex-layout.ts';

const leaf = (id: string): Leaf => ({ id, text: id, points: '1', from: { mark: { step: '1' } } });
const group = (id: string, ...children: RubricNode[]): RubricNode => ({ id, title: id, points: '2', children });
const table = (...children: RubricNode[]) => ({ children }) as unknown as Rubric;

const drawn = (rubric: Rubric) =>
  annexLayout(rubric).rows.map(
    ({ leaf: { id }, groups, blank, worth }) =>
      `${groups.map((cell) => `${cell.group.id}@${cell.column}×${cell.rows} `).join('')}${'·'.repeat(blank)}${
        worth ? `[${worth.group?.id ?? ''}×${worth.rows}]` : ''
      }${id}`,
  );

describe('a table as annexes print it', () => {
  it('merges groups down over their lines, with the worth of the innermost beside', () =>
    expect(drawn(table(group('A', group('1', leaf('1.1'), leaf('1.2')), group('2', leaf('2.1')))))).toEqual([
      'A@0×3 1@1×2 [1×2]1.1',
      '1.2',
      '2@1×1 [2×1]2.1',
    ]));

  it('leaves blank what a shallow line has no group for', () =>
    expect(drawn(table(leaf('x'), group('A', leaf('y'), group('1', leaf('z')), leaf('w'))))).toEqual([
      '··[×1]x',
      'A@0×3 ·[A×1]y',
      '1@1×1 [1×1]z',
      '·[A×1]w',
    ]));

  it('may have no groups at all', () => expect(drawn(table(leaf('x'), leaf('y')))).toEqual(['[×2]x', 'y']));

  it('is headed by the names of its levels, or by what annexes call them', () => {
    expect(annexLayout(table(group('A', leaf('x')))).levels).toEqual(['考核内容', '考核标准']);
    expect(annexLayout(table(group('A', group('B', group('C', leaf('x')))))).levels).toEqual([
      '1级指标',
      '2级指标',
      '3级指标',
      '考核标准',
    ]);
    const named = { ...table(leaf('x')), levels: [{ code: 'line', title: '指标' }] };
    expect(annexLayout(named).levels).toEqual(['指标']);
  });
});
