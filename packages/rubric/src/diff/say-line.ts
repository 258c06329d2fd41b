import { type Wording, inBoth } from '../explain/wording.ts';
import type { Line, LineMove } from './lines.ts';
import type { LineTitles } from './line-titles.ts';
import type { Titles } from './titles.ts';
import { restOf } from './words.ts';

/** “新增“台账齐全”：分值 5，打分（打分单位 0.5）”. `name`: what the line is called. */
export function sayAddedLine(line: Line, name: Wording, titles: Titles): Wording {
  const { zh, en } = restOf(line.own, '', titles);
  return {
    zh: `新增“${name.zh}”${zh === '' ? '' : `：${zh}`}`,
    en: `“${name.en}” added${en === '' ? '' : `: ${en}`}`,
  };
}

export const sayRemovedLine = ({ zh, en }: Wording): Wording => ({ zh: `删去“${zh}”`, en: `“${en}” removed` });

export function sayLineMove(move: LineMove, nameIn: LineTitles): Wording {
  const { zh, en } = nameIn(move.line.id);
  if (move.kind === 'group') {
    const [from, to] = [move.from, move.to].map((group) => groupWords(group, nameIn));
    return { zh: `“${zh}”由${from!.zh}移到${to!.zh}`, en: `“${en}” moved from ${from!.en} to ${to!.en}` };
  }
  if (move.follows === null) return { zh: `“${zh}”移到本组最前`, en: `“${en}” moved to the front of its group` };
  const follows = nameIn(move.follows);
  return { zh: `“${zh}”移到“${follows.zh}”之后`, en: `“${en}” moved after “${follows.en}”` };
}

function groupWords(group: string | null, nameIn: LineTitles): Wording {
  if (group === null) return { zh: '表的最上层', en: 'the top of the table' };
  if (group === 'figures') return { zh: '另列数值', en: 'the figures beside the tree' };
  return inBoth((language) => `“${nameIn(group)[language]}”`);
}
