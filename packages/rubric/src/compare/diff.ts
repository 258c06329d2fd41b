import type { Wording } from '../explain/wording.ts';
import type { Rubric, RubricNode } from '../rubric.ts';
import { isLeaf } from '../tree.ts';
import { ruleWords } from './rule-words.ts';

/** What changed between two versions of a table, at one place. `place` is a line's id, a ruling's, or a part of the table. */
export interface Change {
  kind:
    'added' | 'removed' | 'moved' | 'text' | 'worth' | 'rule' | 'ruling' | 'document' | 'scale' | 'selection' | 'whole';
  place: string;
  before: string | null;
  after: string | null;
}

interface Placed {
  node: RubricNode;
  parent: string;
}

/** Everything that differs, line by line in the order of the newer version, then what was removed, then the rest. */
export function diffRubrics(older: Rubric, newer: Rubric): Change[] {
  return [...diffWhole(older, newer), ...diffLines(older, newer), ...diffRest(older, newer)];
}

function diffWhole(older: Rubric, newer: Rubric): Change[] {
  const parts = ['title', 'gradingNote', 'points'] as const;
  const own: Change[] = parts.flatMap((part) => changed('whole', part, older[part] ?? null, newer[part] ?? null));
  return [...own, ...changed('rule', newer.id, ruleWords(older), ruleWords(newer))];
}

function diffLines(older: Rubric, newer: Rubric): Change[] {
  const [before, after] = [placesOf(older), placesOf(newer)];
  const present = [...after].flatMap(([id, place]) => {
    const was = before.get(id);
    return was
      ? diffLine(id, was, place)
      : [{ kind: 'added' as const, place: id, before: null, after: titleOf(place.node) }];
  });
  const removed = [...before].filter(([id]) => !after.has(id));
  return [
    ...present,
    ...removed.map(([id, { node }]): Change => ({ kind: 'removed', place: id, before: titleOf(node), after: null })),
  ];
}

function diffLine(id: string, was: Placed, is: Placed): Change[] {
  return [
    ...changed('moved', id, was.parent, is.parent),
    ...changed('text', id, titleOf(was.node), titleOf(is.node)),
    ...changed('worth', id, worthWords(was.node), worthWords(is.node)),
    ...changed('rule', id, ruleWords(was.node), ruleWords(is.node)),
  ];
}

function diffRest(older: Rubric, newer: Rubric): Change[] {
  return [
    ...diffList('scale', scalesOf(older), scalesOf(newer)),
    ...diffList('document', documentsOf(older), documentsOf(newer)),
    ...diffList('selection', selectionsOf(older), selectionsOf(newer)),
    ...diffList('ruling', rulingsOf(older), rulingsOf(newer)),
  ];
}

type Words = ReadonlyMap<string, string>;

const diffList = (kind: Change['kind'], before: Words, after: Words): Change[] =>
  [...new Set([...after.keys(), ...before.keys()])].flatMap((id) =>
    changed(kind, id, before.get(id) ?? null, after.get(id) ?? null),
  );

const scalesOf = ({ scales }: Rubric): Words =>
  new Map(Object.entries(scales).map(([id, scale]) => [id, ruleWords(scale)]));
const documentsOf = ({ documents }: Rubric): Words =>
  new Map(
    documents.map(({ id, title, number, supersededBy }) => [
      id,
      [title, number, supersededBy?.title].filter(Boolean).join(' '),
    ]),
  );
const selectionsOf = ({ selections = [] }: Rubric): Words =>
  new Map(selections.map((each) => [each.id, ruleWords(each)]));
const rulingsOf = ({ rulings }: Rubric): Words =>
  new Map(rulings.items.map(({ id, reading, patch }) => [id, patch ? `${reading} ${ruleWords(patch)}` : reading]));

const changed = (kind: Change['kind'], place: string, before: string | null, after: string | null): Change[] =>
  before === after ? [] : [{ kind, place, before, after }];

function placesOf(rubric: Rubric): Map<string, Placed> {
  const places = new Map<string, Placed>();
  const visit = (nodes: readonly RubricNode[], parent: string): void => {
    for (const node of nodes) {
      places.set(node.id, { node, parent });
      if (!isLeaf(node)) visit(node.children, node.id);
    }
  };
  visit(rubric.children, '');
  visit(rubric.figures ?? [], 'figures');
  return places;
}

const titleOf = (node: RubricNode): string => (isLeaf(node) ? node.text : node.title);

function worthWords({ points, bonus, penalty, weight }: RubricNode): string {
  const worth =
    points !== undefined ? points : bonus !== undefined ? `+${bonus}` : penalty !== undefined ? `−${penalty}` : '';
  return weight === undefined ? worth : `${worth} × ${weight}`;
}

const KINDS: Record<Change['kind'], Wording> = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删去', en: 'removed' },
  moved: { zh: '移动', en: 'moved' },
  text: { zh: '文字', en: 'text' },
  worth: { zh: '分值', en: 'points' },
  rule: { zh: '计分规则', en: 'rule' },
  ruling: { zh: '口径', en: 'ruling' },
  document: { zh: '引用文件', en: 'document' },
  scale: { zh: '等次区间', en: 'scale' },
  selection: { zh: '评选规则', en: 'selection' },
  whole: { zh: '全表', en: 'table' },
};

/** A change in a sentence: “10.4 分值由 12 改为 10”. */
export function changeWording({ kind, place, before, after }: Change): Wording {
  const { zh, en } = KINDS[kind];
  if (kind === 'added') return { zh: `新增 ${place}：${after ?? ''}`, en: `${place} added: ${after ?? ''}` };
  if (kind === 'removed') return { zh: `删去 ${place}：${before ?? ''}`, en: `${place} removed: ${before ?? ''}` };
  if (before === null) return { zh: `新增${zh} ${place}：${after ?? ''}`, en: `${en} ${place} added: ${after ?? ''}` };
  if (after === null) return { zh: `删去${zh} ${place}：${before}`, en: `${en} ${place} removed: ${before}` };
  return {
    zh: `${place} ${zh}由“${before}”改为“${after}”`,
    en: `${place}: ${en} changed from “${before}” to “${after}”`,
  };
}
