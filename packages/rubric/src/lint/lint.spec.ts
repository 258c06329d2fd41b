import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../../rubrics/yueqing-2020.json';
import { loadRubric } from '../load.ts';
import { checkMark } from '../score.ts';
import { Rubric } from '../rubric.ts';
import { smallContent } from '../explain/small-table.fixture.ts';
import { FINDING_CODES, keyOf } from './finding.ts';
import { isOpen, lint, type Linted } from './lint.ts';
import { findingWording } from './wording.ts';

const table = Rubric.parse(published);
const codesOf = (found: readonly Linted[]) => [...new Set(found.map(({ finding }) => finding.code))].toSorted();
const sentences = (found: readonly Linted[]) => found.map(({ finding }) => findingWording(table, finding).zh);

/** The table after `plant` has changed it. */
const changed = (plant: (draft: Rubric) => void): Rubric => {
  const draft = Rubric.parse(JSON.parse(JSON.stringify(published)));
  plant(draft);
  return draft;
};

describe('the 2020 table taken literally', () => {
  const found = lint(published, { rulings: 'none' });

  it('is found to contradict itself in all the known ways', () =>
    expect(codesOf(found)).toEqual([
      'band.below-zero',
      'band.gap',
      'band.order',
      'band.overlap',
      'band.touch',
      'deduction.beside-grades',
      'deduction.stacked',
      'deduction.unbounded',
      'scale.no-step',
      'text.discretion',
      'text.threshold',
    ]));

  it.each([
    ['A02', '8分项（20条，如1.1）：恰为 5 分的，良、一般都可评'],
    ['A03', '10分项（8条，如11.1）：恰为 5 分的，一般、不合格都可评'],
    ['A04', '4分项（6.5）：一般 −1–1，低于零分'],
    ['A04', '4分项（6.5）：不合格 0–2 可高于一般 −1–1，等次次序颠倒'],
    ['A04', '6分项（6条，如1.3）：一般 1–3 与不合格 0–3 在 1–3 重叠，同一分数两个等次都可评'],
    ['A04', '8分项（20条，如1.1）：一般 3–5 与不合格 0–4 在 3–4 重叠，同一分数两个等次都可评'],
    ['A05', '12分项（15条，如7.2）：6 至 7 之间没有等次，这样的分数无法评定'],
    ['A05', '14分项（2条，如7.1）：7 至 9 之间没有等次，这样的分数无法评定'],
    ['A05', '4分项（6.5）：3 至 4 之间没有等次，这样的分数无法评定'],
    ['A06', '1.1等52条：未规定打分的最小单位'],
    ['A07', '10.4：本条已逐项规定扣分，是否还要评等次未写明'],
    ['A08', '10.4：一例最多扣 5 分，几例即可超过本条的 12 分，未规定扣到何处为止'],
    ['A09', '10.4：同一行为可能同时适用多项扣分（如“被效能告诫”与“单位负责人受到刑事处罚”），未规定如何计算'],
    ['A13', '4.2：“酌情扣分”，幅度未规定'],
    ['A14', '2.2：“不少于12次”，达不到的后果未规定'],
  ])('is found to hold what ruling %s speaks of: %s', (_, sentence) => expect(sentences(found)).toContain(sentence));

  it('leaves every finding open', () => expect(found.every(isOpen)).toBe(true));
});

describe('the 2020 table as its rulings read it', () => {
  const found = lint(published);

  it('has nothing open', () => expect(sentences(found.filter(isOpen))).toEqual([]));

  it('still shows what was settled, and by which ruling', () => {
    const byCode = (code: string) => [
      ...new Set(found.filter(({ finding }) => finding.code === code).flatMap(({ settledBy }) => settledBy)),
    ];
    expect(byCode('band.overlap')).toEqual(['A04']);
    expect(byCode('band.gap')).toEqual(['A05']);
    expect(byCode('band.touch')).toEqual(['A02', 'A03']);
    expect(byCode('scale.no-step')).toEqual(['A06']);
    expect(byCode('deduction.beside-grades')).toEqual(['A07']);
    expect(byCode('deduction.unbounded')).toEqual(['A08']);
    expect(byCode('deduction.stacked')).toEqual(['A09']);
    expect(byCode('text.discretion')).toEqual(['A13']);
    expect(byCode('text.threshold')).toEqual(['A14']);
  });

  it('opens again what a ruling settled once that ruling is left out', () => {
    const others = table.rulings.items.map(({ id }) => id).filter((id) => id !== 'A14');
    expect(sentences(lint(published, { rulings: others }).filter(isOpen))).toEqual([
      '2.2：“不少于12次”，达不到的后果未规定',
    ]);
  });
});

describe('a table with a planted fault', () => {
  const openCodes = (draft: Rubric) => codesOf(lint(draft).filter(isOpen));

  it('whose parts do not add up', () =>
    expect(openCodes(changed((draft) => (draft.children[0]!.points = '101')))).toEqual(['sum.mismatch']));

  it('with a grade that no mark can reach', () =>
    expect(
      openCodes(
        changed((draft) => {
          const unreachable = { grade: 'fair', from: { minus: '3.4' }, to: { minus: '3.1' } };
          const patch = draft.rulings.items.find(({ id }) => id === 'A04')!.patch!;
          const [excellent, good, , unqualified] = draft.scales['judged']!.bands;
          patch.scales = JSON.parse(
            JSON.stringify({ judged: { bands: [excellent!, good!, unreachable, unqualified!] } }),
          ) as never;
        }),
      ),
    ).toContain('grade.unreachable'));

  it('is not one whose bands speak of a number without an upper end', () =>
    expect(
      openCodes(
        changed((draft) => {
          draft.inputs = [{ id: 'handled', title: '办件数', kind: 'number', least: '0' }];
          const band = [
            { from: '200', points: '10', grade: 'excellent' },
            { below: '200', points: '5' },
          ];
          draft.figures = [{ id: 'F', text: '办件数', points: '10', from: { formula: 'handled' }, steps: [{ band }] }];
        }),
      ),
    ).toEqual([]));

  it('whose gate allows more than the line is worth', () =>
    expect(
      openCodes(
        changed((draft) => {
          draft.steps = [{ gate: { when: "count('group-study-session') > 5", because: '集中学习', atMost: '501' } }];
        }),
      ),
    ).toEqual(['gate.beyond-points']));

  it('that states no points', () =>
    expect(openCodes(changed((draft) => delete draft.points))).toEqual(['points.missing']));

  it('that weights parts and does not say out of how much', () => {
    const judged = (id: string) => ({ id, text: id, points: 10, weight: '50%', from: { mark: { step: '1' } } });
    const weighted = (worth: object) => {
      const from = { combine: { by: 'weighted' } };
      const group = { id: 'A', title: '甲', from, children: [judged('a'), judged('b')] };
      return smallContent({ children: [{ ...group, ...worth }], points: 'points' in worth ? 10 : 20 });
    };
    const findings = lint(weighted({})).map(({ finding }) => finding);
    expect(findings).toContainEqual({ code: 'points.needed', sum: '20', leaves: ['A'] });
    expect(codesOf(lint(weighted({ points: 10 })))).toEqual([]);
  });

  it('without any kind of evidence', () =>
    expect(
      openCodes(
        changed((draft) => {
          draft.evidenceKinds = draft.metrics = [];
          draft.rulings.items = draft.rulings.items.filter(({ id }) => id !== 'A14');
        }),
      ),
    ).toContain('evidence.none'));
});

describe('a finding', () => {
  it('has a code that rulings can name', () =>
    expect(lint(published, { rulings: 'none' }).every(({ finding }) => FINDING_CODES.includes(finding.code))).toBe(
      true,
    ));

  it('is told once', () => {
    const keys = lint(published).map(({ finding }) => keyOf(finding));
    expect(new Set(keys).size).toBe(keys.length);
  });

  /** The linter's word against the scorer's: a mark is refused for want of a grade exactly where a gap was found. */
  it('of a gap is what the scorer refuses', () => {
    const rubric = loadRubric(published);
    const gaps = lint(published).flatMap(({ finding }) => (finding.code === 'band.gap' ? [finding] : []));
    const judged = rubric.leaves.filter(({ from }) => from.kind === 'mark');
    fc.assert(
      fc.property(fc.constantFrom(...judged), fc.nat(28), ({ id, pointsText }, halves) => {
        const points = halves / 2;
        fc.pre(points <= Number(pointsText));
        const inGap = gaps.some(
          ({ leaves, from, to }) => leaves.includes(id) && Number(from) < points && points < Number(to),
        );
        const answers = rubric.table.grades.map(({ code }) => checkMark(rubric, id, code, String(points)));
        const nowhere = answers.every((answer) => !answer.ok && answer.reason === 'mark.no-grade-covers');
        expect(nowhere).toBe(inGap);
      }),
    );
  });
});
