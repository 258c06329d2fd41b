import { describe, expect, it } from 'vitest';
import { type Table, FACTS, ask, movers } from './hall.fixture.ts';
import type { WhatIf } from './what-if.ts';
import { whatIfText } from './what-if-text.ts';

type Consequence = Record<string, unknown> & { id: string };
type With = Table & { consequences: Consequence[] };
const follow =
  (...consequences: Consequence[]) =>
  (t: Table) =>
    void ((t as With).consequences = consequences);

const report = { id: 'report', title: '整改报告', when: "cases('late') > 0", dueInDays: '15' };
const reward = { id: 'reward', title: '奖金', when: "chosen('best')", amount: "line('hall') * 100" };
const pot = {
  id: 'pot',
  title: '绩效',
  split: { pot: '900', by: "line('A')", round: { mode: 'cut', places: '0' } },
};

const FIXED = {
  ...FACTS,
  asOf: '2026-12-31',
  period: { from: '2026-01-01', to: '2026-12-31' },
};
const moves = (asked: WhatIf, id = asked.consequences[0]!.consequence) =>
  asked.consequences
    .find(({ consequence }) => consequence === id)!
    .moves.map(({ because, units }) => [
      because.map((n) => asked.changes[n]!.zh),
      units.map(({ unit, before, after }) => [unit, before?.zh ?? null, after?.zh ?? null]),
    ]);

describe('what follows', () => {
  it('until another day is told, with the reason once', () => {
    const asked = ask(follow({ ...report, dueInDays: '10' }), FIXED, follow(report));
    expect(movers(asked)).toEqual([]);
    expect(moves(asked)).toEqual([
      [
        [expect.stringMatching(/^后果“整改报告”.*15.*10/)],
        [
          ['east', '限 2027-01-15 前', '限 2027-01-10 前'],
          ['port', '限 2027-01-15 前', '限 2027-01-10 前'],
        ],
      ],
    ]);
    expect(asked.consequences[0]!.moves[0]!.units[0]).toMatchObject({
      before: { open: false, due: '2027-01-15', floor: null },
      after: { due: '2027-01-10' },
    });
    expect(whatIfText(asked, 'zh')).toMatch(
      /后果“整改报告”：\n {4}east：限 2027-01-15 前 → 限 2027-01-10 前\n {4}port：.*\n {4}原因：后果“整改报告”/,
    );
    expect(whatIfText(asked, 'en')).toMatch(
      /Consequence “整改报告”:\n {4}east: by 2027-01-15 → by 2027-01-10\n {4}port: .*\n {4}because: /,
    );
  });

  it('for others is told by the rule that made it so', () => {
    const asked = ask(follow({ ...report, when: "cases('late') > 1" }), FIXED, follow(report));
    expect(moves(asked)).toEqual([
      [[expect.stringMatching(/^后果“整改报告”.*条件/)], [['east', '限 2027-01-15 前', null]]],
    ]);
    expect(whatIfText(asked, 'zh')).toContain('east：限 2027-01-15 前 → 不发生');
    expect(whatIfText(asked, 'en')).toContain('east: by 2027-01-15 → does not follow');
  });

  it('of a figure and of whom a selection chose is told with what moved these', () => {
    const asked = ask(
      (t) => {
        follow(reward)(t);
        t.selections[0]!.places = '2';
        t.steps.unshift({ compute: 'score - 1' } as never);
      },
      FIXED,
      follow(reward),
    );
    expect(moves(asked)).toEqual([
      [['新增步骤“计算”：当前得数 − 1'], [['east', '9120', '9020']]],
      [['新增步骤“计算”：当前得数 − 1', '评选“先进”名额由 1 改为 2'], [['west', null, '8940']]],
    ]);
  });

  it('of a pot is told for everybody who has another part, whoever it was that moved', () => {
    const half = (t: Table) => {
      follow(pot)(t);
      (t.children[0] as { steps?: object[] }).steps = [{ gate: { when: 'praise = 5', because: '半', atMost: '42' } }];
    };
    const asked = ask(half, FIXED, follow(pot));
    expect(moves(asked)).toEqual([
      [
        [expect.stringContaining('“半”')],
        [
          ['east', '366', '450'],
          ['west', '334', '205'],
          ['port', '199', '244'],
        ],
      ],
    ]);
  });

  it('of a pot of another size is told as such', () => {
    const asked = ask(follow({ ...pot, split: { ...pot.split, pot: '1800' } }), FIXED, follow(pot));
    expect(moves(asked)).toEqual([
      [
        [expect.stringMatching(/^后果“绩效”.*900.*1800/)],
        [expect.arrayContaining(['east', '366', '732']), expect.anything(), expect.anything()],
      ],
    ]);
  });

  it('under one table alone is told as such', () => {
    const asked = ask(follow(report), FIXED);
    expect(asked.consequences).toMatchObject([{ consequence: 'report', lacking: 'before' }]);
    expect(whatIfText(asked, 'zh')).toContain('east：没有这项后果 → 限 2027-01-15 前');
    expect(whatIfText(asked, 'en')).toContain('east: no such consequence → by 2027-01-15');
  });

  it('to nobody otherwise than before is told in a sentence', () => {
    const asked = ask((t) => (follow(report, pot)(t), t), FIXED, follow(report, pot));
    expect(asked.consequences.map((each) => each.moves)).toEqual([[], []]);
    expect(whatIfText(asked, 'zh')).toContain('\n各项后果都不变。');
    expect(whatIfText(asked, 'en')).toContain('\nThe same follows for every unit.');
  });

  it('from a pot is not told of a unit that stands alone, which has no others to share it with', () => {
    const asked = ask(follow({ ...pot, split: { ...pot.split, pot: '1800' } }), { marks: { A: 92 } }, follow(pot));
    expect(asked.consequences).toMatchObject([{ consequence: 'pot', moves: [] }]);
  });
});
