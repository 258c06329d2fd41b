import type { Outline, OutlineNode } from './outline.ts';

/** The tree as indented lines: number, text, worth and what stands beside. */
export const drawn = (children: readonly OutlineNode[], indent = ''): string[] =>
  children.flatMap(({ number, text, points, weight, extra, children: parts }) => {
    const worth = [points === null ? null : `${points}分`, weight].filter((each) => each !== null);
    const beside = Object.entries(extra).map(([heading, said]) => `${heading}=${said}`);
    const line = [number, text, ...worth, ...beside].filter((each) => each !== '').join(' ');
    return [indent + line, ...drawn(parts, `${indent}  `)];
  });

/** What a report says of one kind, each behind its place. */
export const said = ({ report }: Outline, kind: Outline['report'][number]['kind']): string[] =>
  report.filter((entry) => entry.kind === kind).map(({ place, zh }) => `${place}：${zh}`);
