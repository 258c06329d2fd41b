import type { Wording } from '@mofan/rubric/explain/wording';

/** Where in a file an entry of a report stands, in words: `Sheet1!B3` is 工作表“Sheet1”第 3 行 B 列. */
export function placeWording(place: string): Wording {
  const [, sheet, letters, row] = /^(.+)!([A-Z]*)(\d*)$/.exec(place) ?? [];
  if (sheet !== undefined) {
    const [zhRow, enRow] = row === '' ? ['', ''] : [`第 ${row} 行`, `, row ${row}`];
    const [zhColumn, enColumn] = letters === '' ? ['', ''] : [` ${letters} 列`, `, column ${letters}`];
    return { zh: `工作表“${sheet}”${zhRow}${zhColumn}`, en: `sheet “${sheet}”${enRow}${enColumn}` };
  }
  const [, table, line, column] = /^表(\d+) 第(\d+)行第(\d+)列$/.exec(place) ?? [];
  if (table !== undefined)
    return { zh: `表 ${table} 第 ${line} 行第 ${column} 列`, en: `table ${table}, row ${line}, column ${column}` };
  return { zh: place, en: ELSEWHERE[place] ?? place };
}

const ELSEWHERE: Record<string, string> = {
  备注: 'the notes',
  表名: 'the title',
  表头: 'the headings',
  表前: 'before the table',
  表后: 'after the table',
  页眉: 'the page header',
  页脚: 'the page footer',
  脚注: 'a footnote',
  尾注: 'an endnote',
  批注: 'a comment',
  文本框: 'a text box',
};
