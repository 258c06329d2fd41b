import type { Wording } from '../explain/wording.ts';
import type { Line, LineMove } from './lines.ts';
import type { Titles } from './titles.ts';
import { restOf } from './words.ts';

/** “新增 3.4“台账齐全”：分值 5，打分（打分单位 0.5）”. */
export function sayAddedLine(line: Line, titles: Titles): Wording {
  const { zh, en } = restOf(line.own, '', titles);
  const title = titleOf(line);
  return {
    zh: `新增 ${line.id}“${title}”${zh === '' ? '' : `：${zh}`}`,
    en: `${line.id} added, “${title}”${en === '' ? '' : `: ${en}`}`,
  };
}

export const sayRemovedLine = (line: Line): Wording => ({
  zh: `删去 ${line.id}“${titleOf(line)}”`,
  en: `${line.id} removed, “${titleOf(line)}”`,
});

export function sayLineMove(move: LineMove): Wording {
  const { id } = move.line;
  if (move.kind === 'group') {
    const [from, to] = [move.from, move.to].map(groupWords);
    return { zh: `${id} 由 ${from!.zh} 移到 ${to!.zh}`, en: `${id} moved from ${from!.en} to ${to!.en}` };
  }
  if (move.follows === null) return { zh: `${id} 移到本组最前`, en: `${id} moved to the front of its group` };
  return { zh: `${id} 移到 ${move.follows} 之后`, en: `${id} moved after ${move.follows}` };
}

function groupWords(group: string | null): Wording {
  if (group === null) return { zh: '表的最上层', en: 'the top of the table' };
  if (group === 'figures') return { zh: '另列数值', en: 'the figures beside the tree' };
  return { zh: group, en: group };
}

const titleOf = ({ own }: Line): string => {
  const title = own['text'] ?? own['title'];
  return typeof title === 'string' ? title : '';
};
