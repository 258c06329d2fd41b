import type { CompiledLine, CompiledRubric } from '../compiled.ts';
import type { ExplanationTree } from './explanation.ts';
import { namesOf } from './names.ts';

/** One unit's explanation, and what its sheet says of it. */
export interface SheetOfUnit {
  /** '': the facts name no unit */
  unit: string;
  /** the date up to which its facts were recorded */
  asOf: string;
  tree: ExplanationTree;
}

/**
 * Explanations as sheets of HTML for the printer: A4, each unit from a new page on, one row for a line, what table,
 * version and unit it is repeated on every page. `hash`: of the table's content, hex. It stands alone and loads nothing.
 */
export function explanationSheet(rubric: CompiledRubric, hash: string, sheets: readonly SheetOfUnit[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>${escaped(rubric.published.title)}</title>
<style>${STYLE}</style>
${sheets.map((sheet) => sectionOf(rubric, hash, sheet)).join('\n')}
</html>`;
}

const STYLE = `@page{size:A4;margin:16mm 14mm}
body{margin:0;font:9.5pt/1.45 FangSong,STFangsong,serif;color:#000}
section+section{break-before:page}
h1{font:16pt/1.4 "FZXiaoBiaoSong-B05S",SimSun,serif;text-align:center;margin:0 0 4pt}
h2{font-size:11pt;margin:10pt 0 4pt;break-after:avoid}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:.5pt solid #000;padding:2pt 4pt;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead{display:table-header-group}
thead .running td{border:0;border-bottom:.5pt solid #000;padding:0 0 2pt;font-size:8pt;color:#333}
tr,li{break-inside:avoid}tr.group{break-after:avoid}
tr.group>td{background:#f2f2f2;font-weight:bold}tr.group>td small,tr.group>td.basis{font-weight:normal}
td.n{text-align:right}small{color:#333;font-size:8pt}
ol{margin:0;padding:0;list-style:none}
@media screen{body{max-width:182mm;margin:8mm auto}}`;

const WIDTHS = ['27%', '8%', '11%', '30%', '24%'].map((width) => `<col style="width:${width}">`).join('');

function sectionOf(rubric: CompiledRubric, hash: string, { unit, asOf, tree }: SheetOfUnit): string {
  const { title, version, source } = rubric.published;
  const running = [title, `${version}版`, `内容 ${hash.slice(0, 12)}`, unit, `截至 ${asOf}`].filter(Boolean);
  const under = (heading: string, trees: readonly ExplanationTree[]) =>
    trees.length === 0
      ? []
      : [`<tr class="group"><td colspan="5">${heading}</td></tr>`, ...trees.flatMap((each) => rowsOf(rubric, each, 0))];
  return `<section>
<h1>${escaped(title)}${unit === '' ? '' : `　${escaped(unit)}`}</h1>
<p>${escaped(source.document)}（${escaped(source.issuedBy)}）　${escaped(tree.sentences.zh)}</p>
<table>
<colgroup>${WIDTHS}</colgroup>
<thead><tr class="running"><td colspan="5">${escaped(running.join('　'))}</td></tr>
<tr><th>条目</th><th>分值</th><th>得分</th><th>规则与算式</th><th>依据</th></tr></thead>
<tbody>
${[...rowsOf(rubric, tree, 0), ...under('另列，不计入合计', tree.beside), ...under('评选与后果', tree.follows)].join('\n')}
</tbody>
</table>
${rulingsOf(rubric, tree)}</section>`;
}

function rowsOf(rubric: CompiledRubric, tree: ExplanationTree, depth: number): string[] {
  const { leaf, text, points, result, grade, rule, inputs, arithmetic, lines, parts } = tree;
  const basis = lines.map(({ zh, rulings }) => escaped(zh + (rulings.length > 0 ? `（${rulings.join('、')}）` : '')));
  const read = inputs.length > 0 ? `<br><small>输入：${escaped(inputs.map(({ zh }) => zh).join('；'))}</small>` : '';
  const title = grade === null ? '' : `<br>${escaped(namesOf(rubric).grade(grade))}`;
  const place = leaf === rubric.total.id ? '' : `${escaped(leaf)}　`;
  const row = [
    `<td style="padding-left:${4 + depth * 6}pt">${place}${escaped(text)}</td>`,
    `<td class="n">${escaped(points === null ? '' : SIGNS[worthOf(rubric, leaf)] + points)}</td>`,
    `<td class="n">${escaped(result.zh)}${title}</td>`,
    `<td>${escaped(arithmetic.zh)}${read}<br><small>${escaped(rule.zh)}</small></td>`,
    `<td class="basis">${basis.join('<br>')}</td>`,
  ];
  const opening = parts.length > 0 ? '<tr class="group">' : '<tr>';
  return [`${opening}${row.join('')}</tr>`, ...parts.flatMap((part) => rowsOf(rubric, part, depth + 1))];
}

/** As an export writes it and an import reads it: what is added is limited to so much, and what is taken off. */
const SIGNS: Record<CompiledLine['worth'], string> = { points: '', bonus: '+', penalty: '扣', none: '' };

const worthOf = ({ total, groups, leaves, figures }: CompiledRubric, id: string): CompiledLine['worth'] =>
  [total, ...groups, ...leaves, ...figures].find((line) => line.id === id)?.worth ?? 'none';

/** The readings that a figure of the sheet rests on, as the table has them. */
function rulingsOf({ published }: CompiledRubric, tree: ExplanationTree): string {
  const applied = appliedIn(tree);
  const { items, proposedOn } = published.rulings;
  const listed = items.filter(({ id }) => applied.has(id));
  if (listed.length === 0) return '';
  const rows = listed.map(({ id, on, reading, signed }) => {
    const since = signed ? `${signed.on} ${signed.by}签发` : `${proposedOn} 拟`;
    return `<li>${escaped(`${id}　${on}：${reading}（${since}）`)}</li>`;
  });
  return `<h2>适用的解释口径</h2>\n<ol>${rows.join('')}</ol>\n`;
}

const appliedIn = ({ lines, parts, beside }: ExplanationTree): Set<string> =>
  new Set([
    ...lines.flatMap(({ rulings }) => rulings),
    ...[...parts, ...beside].flatMap((part) => [...appliedIn(part)]),
  ]);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
