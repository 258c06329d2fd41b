import { describe, expect, it } from 'vitest';
import { placeWording } from './report-place.ts';

describe('where an entry of a report stands', () => {
  it.each([
    ['扣分加分!C7', '工作表“扣分加分”第 7 行 C 列', 'sheet “扣分加分”, row 7, column C'],
    ['Sheet1!12', '工作表“Sheet1”第 12 行', 'sheet “Sheet1”, row 12'],
    ['Sheet1!D', '工作表“Sheet1” D 列', 'sheet “Sheet1”, column D'],
    ['表1 第3行第2列', '表 1 第 3 行第 2 列', 'table 1, row 3, column 2'],
    ['备注', '备注', 'the notes'],
    ['表名', '表名', 'the title'],
  ])('%s is told in words', (place, zh, en) => expect(placeWording(place)).toEqual({ zh, en }));
});
