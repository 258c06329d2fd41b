import type { CompiledRubric } from '../compiled.ts';
import type { ExplanationTree } from './explain.ts';
import { figureWording } from './wording.ts';

/**
 * An explanation as a sheet of HTML for the printer: A4, one row for a line, the title and the heading repeated on every
 * page. It stands alone and loads nothing.
 */
export function explanationSheet(rubric: CompiledRubric, tree: ExplanationTree, unit: string): string {
  const { title, version, source } = rubric.published;
  const heading = `${escaped(title)}${unit === '' ? '' : `　${escaped(unit)}`}`;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>${heading}</title>
<style>${STYLE}</style>
<h1>${heading}</h1>
<p>${escaped(source.document)}　${escaped(version)}版　${escaped(tree.sentences.zh)}</p>
<table>
<thead><tr><th>条目</th><th>分值</th><th>得分</th><th>规则与算式</th><th>依据</th></tr></thead>
<tbody>
${rowsOf(rubric, tree, 0).join('\n')}
</tbody>
</table>
</html>`;
}

const STYLE = `@page{size:A4;margin:20mm 16mm}
body{font:10.5pt/1.5 FangSong,STFangsong,serif;color:#000}
h1{font:18pt/1.4 "FZXiaoBiaoSong-B05S",SimSun,serif;text-align:center}
table{border-collapse:collapse;width:100%}
th,td{border:.5pt solid #000;padding:2pt 4pt;text-align:left;vertical-align:top}
thead{display:table-header-group}tr{break-inside:avoid}
td.n{text-align:right;white-space:nowrap}small{color:#333}`;

function rowsOf(rubric: CompiledRubric, tree: ExplanationTree, depth: number): string[] {
  const { leaf, text, points, floor, ceiling, rule, arithmetic, lines } = tree;
  const basis = lines.map(({ zh, rulings }) => escaped(zh + (rulings.length > 0 ? `（${rulings.join('、')}）` : '')));
  const row = [
    `<td style="padding-left:${4 + depth * 8}pt">${escaped(leaf)}　${escaped(text)}</td>`,
    `<td class="n">${escaped(points)}</td>`,
    `<td class="n">${escaped(figureWording(rubric, floor, ceiling))}</td>`,
    `<td>${escaped(arithmetic)}<br><small>${escaped(rule.zh)}</small></td>`,
    `<td>${basis.join('<br>')}</td>`,
  ];
  return [`<tr>${row.join('')}</tr>`, ...tree.parts.flatMap((part) => rowsOf(rubric, part, depth + 1))];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
