import type { Counting, Outline, OutlineNode } from './outline.ts';

/** The tree as indented lines: number, text, worth and what stands beside. */
export const drawn = (children: readonly OutlineNode[], indent = ''): string[] =>
  children.flatMap(({ number, text, points, counts, weight, extra, children: parts }) => {
    const worth = [worthOf(points, counts), weight].filter((each) => each !== null);
    const beside = Object.entries(extra).map(([heading, said]) => `${heading}=${said}`);
    const line = [number, text, ...worth, ...beside].filter((each) => each !== '').join(' ');
    return [indent + line, ...drawn(parts, `${indent}  `)];
  });

const SIGNS: Record<Counting, string> = { points: '', bonus: '+', penalty: '扣', none: '' };

const worthOf = (points: string | null, counts: Counting): string | null => {
  if (counts === 'none') return '不计分';
  return points === null ? null : `${SIGNS[counts]}${points}分`;
};

/** What a report says of one kind, each behind its place. */
export const said = ({ report }: Outline, kind: Outline['report'][number]['kind']): string[] =>
  report.filter((entry) => entry.kind === kind).map(({ place, zh }) => `${place}：${zh}`);
