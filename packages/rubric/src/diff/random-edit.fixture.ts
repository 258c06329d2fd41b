import fc from 'fast-check';
import { type RandomTable, randomTable } from '../random-table.fixture.ts';
import { parseRubric } from '../content.ts';
import type { Rubric } from '../rubric.ts';

/** One thing changed in one line of a random table, and the words that have to be told of it. */
export interface Edited {
  older: Rubric;
  newer: Rubric;
  line: string;
  told: string;
}

type Node = Record<string, unknown>;
export interface Edit {
  line: string;
  told: string;
  /** on a copy of the content */
  carryOut(content: Node): void;
}

/** Other values for what stands under a key, with the words that tell them. */
function another(key: string, value: string): { value: string; told: string } | null {
  if (key === 'id' || key === 'code') return null;
  if (key === 'by') return value === 'mean' ? { value: 'lowest', told: '取最低' } : { value: 'mean', told: '平均' };
  if (key === 'mode') return { value: 'cut', told: '舍去' };
  if (['formula', 'compute', 'when'].includes(key)) return { value: `${value} + 41`, told: '+ 41' };
  if (/^\d+%$/.test(value)) return { value: '37%', told: '37%' };
  if (/^\d+\/\d+$/.test(value)) return { value: '5/17', told: '5/17' };
  if (/^\d+(\.\d+)?$/.test(value)) return { value: '47', told: '47' };
  return { value: '改过的文字', told: '改过的文字' };
}

type Path = (string | number)[];
const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((inner, key) => (inner as Node)[key], value);

/** Every edit of one scalar of a line, and of its steps as a list; parts of the line have edits of their own. */
export function editsOf(content: Node, path: Path): Edit[] {
  const line = at(content, path) as Node;
  const id = line['id'] as string;
  const children = (line['children'] as Node[] | undefined) ?? [];
  const below = children.flatMap((_, n) => editsOf(content, [...path, 'children', n]));
  if (path.length === 0) return below;
  return [...scalarEdits(line, path, id), ...stepEdits(line, path, id), ...orderEdits(children, path), ...below];
}

function scalarEdits(value: unknown, path: Path, line: string): Edit[] {
  if (typeof value === 'string') return scalarEdit(value, path, line);
  return Object.entries(value as Node)
    .filter(([key]) => key !== 'children')
    .flatMap(([key, each]) => scalarEdits(each, [...path, Array.isArray(value) ? Number(key) : key], line));
}

function scalarEdit(value: string, path: Path, line: string): Edit[] {
  const key = String(path.findLast((each) => typeof each === 'string'));
  const other = another(key, value);
  if (other === null || other.value === value) return [];
  const carryOut = (content: Node) => {
    (at(content, path.slice(0, -1)) as Node)[path.at(-1)!] = other.value;
  };
  return [{ line, told: other.told, carryOut }];
}

function stepEdits(line: Node, path: Path, id: string): Edit[] {
  const steps = (line['steps'] as unknown[] | undefined) ?? [];
  const stepsIn = (content: Node) => ((at(content, path) as Node)['steps'] ??= []) as unknown[];
  const swap = { line: id, told: '移到', carryOut: (content: Node) => void stepsIn(content).reverse() };
  const add = {
    line: id,
    told: '新增步骤“计算”：当前得数 + 43',
    carryOut: (content: Node) => void stepsIn(content).push({ compute: 'score + 43' }),
  };
  const drop = { line: id, told: '删去', carryOut: (content: Node) => void stepsIn(content).shift() };
  return [...(steps.length > 0 ? [drop, add] : []), ...(steps.length > 1 ? [swap] : [])];
}

const orderEdits = (children: readonly Node[], path: Path): Edit[] =>
  children.length < 2
    ? []
    : [
        {
          line: children[0]!['id'] as string,
          told: '之后',
          carryOut: (content) => {
            const list = at(content, [...path, 'children']) as Node[];
            list.push(list.shift()!);
          },
        },
      ];

/** A random table with any single edit of any of its lines. */
export const editedTable: fc.Arbitrary<Edited> = randomTable.chain(({ content }: RandomTable) =>
  fc.constantFrom(...editsOf(content, [])).map(({ line, told, carryOut }) => {
    const copy = JSON.parse(JSON.stringify(content)) as Node;
    carryOut(copy);
    return { older: parseRubric(content), newer: parseRubric(copy), line, told };
  }),
);
