import { describe, expect, it } from 'vitest';
import { loadRubric } from '../load.ts';
import { checkMark, score } from '../score.ts';
import {
  contributionsOf,
  excellentBut,
  factsOf,
  figureOf,
  leafOf,
  literal,
  mark,
  rubric,
  scoreFacts,
  scoreMarks,
  session,
  sessions,
} from '../scoring.fixture.ts';

describe('a judged criterion', () => {
  it('may still be worth anything before it is judged', () => {
    expect(leafOf(scoreMarks({}), '1.1')).toMatchObject({ floor: '0', ceiling: '8', settled: false, grade: null });
    expect(figureOf(scoreFacts({ recordingClosed: false }).total)).toBe('12–500');
  });

  it('spans the reviewers’ marks until one is final', () => {
    const reviews = [mark('1.1', 'good', '5.5', { final: false }), mark('1.1', 'excellent', '8', { final: false })];
    expect(figureOf(leafOf(scoreMarks({ marks: reviews }), '1.1'))).toBe('5.5–8');
    const decided = leafOf(scoreMarks({ marks: [...reviews, mark('1.1', 'good', '7')] }), '1.1');
    expect(decided).toMatchObject({ floor: '7', ceiling: '7', settled: true, grade: 'good' });
  });

  it('takes a cut of 3 under either grade (A02)', () => {
    expect(checkMark(rubric, '7.1', 'good', '11')).toEqual({ ok: true, rulings: ['A05'] });
    expect(checkMark(rubric, '7.1', 'fair', '11').ok).toBe(true);
  });

  it('shows the unit no mark at all', () => {
    const marks = excellentBut(mark('1.1', 'fair', '1'));
    expect(scoreFacts({ marks })).toEqual(scoreFacts({}));
  });

  it.each([
    ['99', 'good', '5', {}, 'mark.unknown-criterion'],
    ['10.4', 'good', '11', {}, 'mark.decided-by-rule'],
    ['1.1', 'better', '5', {}, 'mark.unknown-grade'],
    ['1.1', 'good', 'five', {}, 'mark.not-a-number'],
    ['1.1', 'good', '-5', {}, 'mark.not-a-number'],
    ['1.1', 'good', '7', { discretion: true }, 'mark.no-discretion'],
    ['4.2', 'excellent', '8', { discretion: true }, 'mark.above-cap'],
    ['2.2', 'excellent', '8', { cap: 'good' }, 'mark.above-cap'],
    ['12.1', 'fair', '6.5', {}, 'mark.no-grade-covers'],
    ['1.1', 'good', '8', {}, 'mark.outside-band'],
    ['1.1', 'good', '6.2', {}, 'mark.off-step'],
  ])('%s refuses %s at %s with %j: %s', (leaf, grade, points, options, reason) =>
    expect(checkMark(rubric, leaf, grade, points, options)).toEqual({ ok: false, reason }),
  );

  it('takes a discretionary deduction 酌情扣分 inside the bands of 4.2 alone (A13)', () =>
    expect(checkMark(rubric, '4.2', 'good', '6', { discretion: true })).toEqual({ ok: true, rulings: ['A04', 'A13'] }));

  it('counts evidence, which never grades', () => {
    const filed = { ...session('r2', '2026-03-01'), kind: 'party-lecture', criteria: ['6.4'] };
    const card = scoreFacts({ records: [filed, { ...filed, id: 'r1' }] });
    expect(leafOf(card, '6.4')).toMatchObject({ evidence: 2, floor: '0', ceiling: '8' });
    expect(contributionsOf(leafOf(card, '6.4'), 'evidence')).toEqual([{ kind: 'evidence', facts: ['r1', 'r2'] }]);
    expect(card.total).toMatchObject({ coverable: 52, covered: 1 });
  });
});

describe('集中学习不少于12次 (2.2)', () => {
  const countAfter = (records = sessions(12), recordingClosed = true) => {
    const leaf = leafOf(scoreFacts({ records, recordingClosed }), '2.2');
    const [count] = contributionsOf(leaf, 'count');
    return { figure: figureOf(leaf), count: count?.count, caps: count?.caps, gradeAtMost: leaf.gradeAtMost };
  };

  it('is met by 12 sessions', () =>
    expect(countAfter()).toEqual({ figure: '0–8', count: 12, caps: false, gradeAtMost: null }));

  it('caps the grade at 良 once recording is closed, not before', () => {
    expect(countAfter(sessions(11))).toEqual({ figure: '0–7', count: 11, caps: true, gradeAtMost: 'good' });
    expect(countAfter(sessions(11), false)).toEqual({ figure: '0–8', count: 11, caps: false, gradeAtMost: null });
  });

  it('refuses 优 under the cap, naming the ruling', () => {
    const card = scoreMarks({ records: sessions(11), marks: [mark('2.2', 'excellent', '8')] });
    expect(contributionsOf(leafOf(card, '2.2'), 'refused')).toEqual([
      { kind: 'refused', reason: 'mark.above-cap', fact: '2.2-excellent-8-true', rulings: ['A04', 'A14'] },
    ]);
  });

  it('counts a session entered twice once, and shows both entries', () => {
    const records = [...sessions(3), session('again', '2026-01-10', 'study-0')];
    expect(countAfter(records).count).toBe(3);
    const [count] = contributionsOf(leafOf(scoreFacts({ records }), '2.2'), 'count');
    expect(count?.facts).toEqual(['again', 'study-0', 'study-1', 'study-2']);
  });

  it('counts neither a returned record, which is not given, nor one outside the year', () => {
    const [returned, ...standing] = sessions(12);
    expect(returned).toBeDefined();
    expect(countAfter([...standing, session('late', '2027-01-01')]).count).toBe(11);
  });

  it('counts by kind, whatever criteria a record was filed under', () => {
    const filedElsewhere = sessions(12).map((record) => ({ ...record, criteria: ['14.1'] }));
    expect(countAfter(filedElsewhere).count).toBe(12);
    expect(countAfter(sessions(12).map((record) => ({ ...record, kind: 'party-lecture' }))).count).toBe(0);
  });

  it('yields to the strictest where several caps bind', () => {
    const cap = { metric: 'group-study-sessions', least: 12 };
    const caps = ['good', 'fair', 'good'].map((gradeAtMost) => ({ ...cap, gradeAtMost }));
    const items = rubric.published.rulings.items.map((ruling) =>
      ruling.id === 'A14' ? { ...ruling, patch: { lines: { '2.2': { from: { mark: { caps } } } } } } : ruling,
    );
    const stricter = loadRubric({ ...rubric.published, rulings: { ...rubric.published.rulings, items } });
    const leaf = leafOf(score(stricter, factsOf(), 'facts'), '2.2');
    expect(leaf).toMatchObject({ ceiling: '5', gradeAtMost: 'fair' });
  });

  it('has no effect where the text is taken literally', () =>
    expect(leafOf(score(literal, factsOf(), 'facts'), '2.2')).toMatchObject({ ceiling: '8', gradeAtMost: null }));
});
