import { describe, expect, it } from 'vitest';
import { demonstrationPdf } from './pdf.ts';

describe('the demonstration PDF', () => {
  const text = demonstrationPdf('第1次集中学习', '道路设施所', '2026-01-12').toString('latin1');

  it('has a cross-reference table whose offsets point at their objects', () => {
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
    expect(text.slice(table).startsWith('xref\n0 8\n')).toBe(true);
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets).toHaveLength(7);
    offsets.forEach((offset, n) => expect(text.slice(offset).startsWith(`${n + 1} 0 obj\n`)).toBe(true));
  });

  it('says that it is no real document', () => {
    expect(text).toContain(Buffer.from('演示材料', 'utf16le').swap16().toString('hex'));
  });
});
