import type { Rubric, RubricNode, Ruling } from '../rubric.ts';
import type { FirstLeaf, FirstNode, FirstRubric, FirstRuling } from './rubric.ts';

/** A table of the first schema in the language: the same lines, the same arithmetic, the same readings. */
export function upcast({ schema: _, rounding, documents, children, rulings, ...same }: FirstRubric): unknown {
  return {
    ...same,
    schema: 'mofan-rubric/2',
    rounding: { ...rounding, places: String(rounding.places) },
    documents: documents.map(({ number, ...document }) => ({ ...document, ...(number !== null && { number }) })),
    children: children.map(upcastNode),
    rulings: { ...rulings, items: rulings.items.map(upcastRuling) },
  } satisfies Record<keyof Pick<Rubric, 'schema' | 'rounding' | 'documents' | 'children' | 'rulings'>, unknown>;
}

function upcastNode(node: FirstNode): RubricNode {
  if (!('rule' in node)) return { ...node, children: node.children.map(upcastNode) };
  const { rule, documents, ...same } = node;
  const line = { ...same, ...(documents.length > 0 && { documents }), ...upcastRule(rule) };
  return line as RubricNode;
}

type Rule = FirstLeaf['rule'];
type PartOfRule = Partial<Extract<Rule, { kind: 'judged' }>> & Partial<Extract<Rule, { kind: 'deduct' }>>;

/** A rule, or as much of it as a ruling changes. */
function upcastRule(rule: Rule | PartOfRule): { from?: unknown; steps?: unknown } {
  const { scale, caps, discretion, rates, heaviestPerAct, floor } = rule as PartOfRule;
  const mark = {
    ...(scale !== undefined && { scale }),
    ...(caps !== undefined && caps.length > 0 && { caps: caps.map((cap) => ({ ...cap, least: String(cap.least) })) }),
    ...(discretion !== undefined && { discretion }),
  };
  const cases = {
    ...(rates !== undefined && { deduct: rates }),
    ...(heaviestPerAct !== undefined && { charge: heaviestPerAct ? 'heaviest-per-act' : 'every' }),
  };
  const from = { ...(hasAny(mark) && { mark }), ...(hasAny(cases) && { cases }) };
  return {
    ...(hasAny(from) && { from }),
    ...(floor !== undefined && { steps: [{ clamp: { least: floor } }] }),
  };
}

function upcastRuling({ patch, governs, ...same }: FirstRuling): Ruling {
  const lines = Object.entries(patch?.leaves ?? {}).map(([id, change]) => [
    id,
    upcastRule((change as { rule?: PartOfRule }).rule ?? {}),
  ]);
  const upcasted = {
    ...(patch?.scales !== undefined && { scales: patch.scales }),
    ...(lines.length > 0 && { lines: Object.fromEntries(lines) as Record<string, never> }),
  };
  return { ...same, ...(governs.length > 0 && { governs }), ...(patch && { patch: upcasted }) };
}

const hasAny = (object: object): boolean => Object.keys(object).length > 0;
