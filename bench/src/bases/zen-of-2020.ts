import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import type { CompiledRubric } from '@mofan/rubric/compiled';
import { actsOf, judgedIn, leavesByGroup, marksByCriterion, studySessions, type Peer } from './facts-for-peers.ts';

/** What the graph returns, in the order of `lines` below. */
interface Result {
  floor: number[];
  ceiling: number[];
  groupFloor: number[];
  groupCeiling: number[];
}

/**
 * The table of 2020 as a JDM graph of `@gorules/zen-engine`: one expression node with a row for what the bands accept,
 * for the figures and for the sums. This was the fastest of what was tried: a decision table or an expression node that
 * loops over the marks as objects costs it three times as much, most of it for handing the objects over. So a unit goes
 * in as short arrays. The language has no way to count what is distinct or to group: the sessions are counted and the
 * cases put together by act in JavaScript. It returns the figures alone, no reasons, no grades and no coverage.
 */
export const zenOf2020 = (rubric: CompiledRubric): Peer<Result> => {
  const judged = judgedIn(rubric);
  const lines = [...judged.map(({ id }) => id), '10.4'];
  const groups = [...leavesByGroup(rubric)];
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphOf(rubric, lines, groups)));
  return {
    score: async (facts) => {
      const given = marksByCriterion(facts);
      const marks = judged.map(({ id }) => {
        const mark = given.get(id);
        return mark ? [mark.grade, mark.points, mark.discretion] : NO_MARK;
      });
      const acts = actsOf(facts).map((act) => act.map(({ category, role }) => [category, role]));
      const { recordingClosed } = facts;
      const { result } = await decision.evaluate({ marks, acts, sessions: studySessions(facts), recordingClosed });
      return result as Result;
    },
    figuresOf: ({ floor, ceiling, groupFloor, groupCeiling }) =>
      Object.fromEntries([
        ...lines.map((id, n) => [id, [floor[n]!, ceiling[n]!]] as const),
        ...groups.map(([id], n) => [id, [groupFloor[n]!, groupCeiling[n]!]] as const),
      ]),
  };
};

const NO_MARK = ['', -1, false];

const graphOf = (rubric: CompiledRubric, lines: readonly string[], groups: readonly [string, string[]][]) => {
  const judged = judgedIn(rubric);
  const list = (expressions: readonly string[]) => `[${expressions.join(', ')}]`;
  const sums = (of: string) =>
    list(groups.map(([, ids]) => `sum(${list(ids.map((id) => `${of}[${lines.indexOf(id)}]`))})`));
  const figures = (otherwise: (id: string, full: number) => string | number) =>
    list([
      ...judged.map(({ id, points }, n) => `$.fits[${n}] ? marks[${n}][1] : ${otherwise(id, points.n)}`),
      '$.kept',
    ]);
  const rows: [key: string, value: string][] = [
    ['short', 'recordingClosed and sessions < 12'],
    ['kept', `max([0, 12 - sum(map(acts, max(map(#, ${RATE}))))])`],
    ['fits', list(judged.map(({ id, points }, n) => fits(id, points.n, `marks[${n}]`)))],
    ['floor', figures(() => 0)],
    ['ceiling', figures((id, full) => (id === '2.2' ? `($.short ? ${full - 1} : ${full})` : full))],
    ['groupFloor', sums('$.floor')],
    ['groupCeiling', sums('$.ceiling')],
  ];
  const expressions = rows.map(([key, value]) => ({ id: key, key, value }));
  const content = { expressions, passThrough: false, executionMode: 'single', inputField: null, outputPath: null };
  const nodes = [
    { id: 'facts', type: 'inputNode', name: 'facts' },
    { id: 'table', type: 'expressionNode', name: 'table of 2020', content },
    { id: 'figures', type: 'outputNode', name: 'figures' },
  ];
  const edges = [
    { id: 'in', type: 'edge', sourceId: 'facts', targetId: 'table' },
    { id: 'out', type: 'edge', sourceId: 'table', targetId: 'figures' },
  ];
  return { nodes, edges };
};

const RATE = [
  '#[0] == "efficiency-admonition" ? 1',
  '#[0] == "other-handling" ? 0.5',
  '#[0] == "criminal-penalty" ? (#[1] == "unit-head" ? 5 : 2)',
  '(#[1] == "unit-head" ? 3 : 1)',
].join(' : ');

/** Whether a mark [grade, points, discretion] is within its grade's band, in halves, and no better than it may be. */
const fits = (id: string, full: number, mark: string): string => {
  const [grade, points, discretion] = [`${mark}[0]`, `${mark}[1]`, `${mark}[2]`];
  const half = full / 2;
  const within = (from: number, to: number) => `(${points} >= ${from} and ${points} <= ${to})`;
  const excellent = id === '2.2' ? ' and not $.short' : id === '4.2' ? ` and not ${discretion}` : '';
  const bands = [
    `${grade} == "excellent" ? ${points} == ${full}${excellent}`,
    `${grade} == "good" ? ${within(Math.max(full - 3, half), full - 1)}`,
    `${grade} == "fair" ? ${within(Math.max(full - 5, half), Math.max(full - 3, half))}`,
    `${grade} == "unqualified" and ${within(0, half)}`,
  ];
  const allowed = id === '4.2' ? '' : `not ${discretion} and `;
  return `(${allowed}${points} * 2 % 1 == 0 and (${bands.join(' : ')}))`;
};
