import { describe, expect, it } from 'vitest';
import { ROWS, RULES, type Rows, draftOfFilled } from './filled-template.fixture.ts';

const toldOfNotes = async (...below: Rows) =>
  (await draftOfFilled({ rows: [...ROWS, ...below], rules: RULES })).report.flatMap(({ kind, place, zh }) =>
    place === '备注' ? [`${kind} ${zh}`] : [],
  );

describe('a note below a filled template', () => {
  it('is told sentence by sentence to be no rule yet, where the sheet has the grades', async () =>
    expect(await toldOfNotes(['备注：发生失泄密事件的一票否决；80分以上为优。'])).toEqual([
      'not-understood 备注“发生失泄密事件的一票否决”须写成计分规则',
      'not-understood 备注“80分以上为优”须写成计分规则',
    ]));

  it('may begin with any words', async () =>
    expect(await toldOfNotes(['90分以上为优。'], ['备注：'], ['连续两年为差的，取消评优资格'])).toEqual([
      'not-understood 备注“90分以上为优”须写成计分规则',
      'not-understood 备注“连续两年为差的，取消评优资格”须写成计分规则',
    ]));

  it('is read for grades where the sheet has none', async () => {
    const { 评等次: _, ...rules } = RULES;
    const note = ['备注：得分90分以上为优秀，60分以上为合格，60分以下为不合格。'];
    const { rubric } = await draftOfFilled({ rows: [...ROWS, note], rules });
    expect(rubric.grades.map(({ title }) => title)).toEqual(['优秀', '合格', '不合格']);
  });
});
