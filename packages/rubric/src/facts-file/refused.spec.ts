import { describe, expect, it } from 'vitest';
import { type FactsFault, readFacts } from './read.ts';
import type { RefusedFact } from './fact-refusal.ts';
import { refusedIn } from './refused.fixture.ts';

describe('a fact that is refused says what it should have been', () => {
  it.each<[object, string, string]>([
    [
      { numbers: { rate: '96%' } },
      '“满意率”（rate）：“96%”应只写数：96',
      '“满意率” (rate): “96%” should be the number alone: 96',
    ],
    [
      { numbers: { share: '96%' } },
      '“占比”（share）：“96%”应只写数：0.96',
      '“占比” (share): “96%” should be the number alone: 0.96',
    ],
    [
      { numbers: { rate: '45,000' } },
      '“满意率”（rate）：“45,000”应只写数：45000',
      '“满意率” (rate): “45,000” should be the number alone: 45000',
    ],
    [
      { numbers: { visits: '4.5万人次' } },
      '“人次”（visits）：“4.5万人次”应只写数：45000',
      '“人次” (visits): “4.5万人次” should be the number alone: 45000',
    ],
    [
      { numbers: { income: '4.5万元' } },
      '“收入”（income）：“4.5万元”应只写数：4.5',
      '“收入” (income): “4.5万元” should be the number alone: 4.5',
    ],
    [{ marks: { A1: -3 } }, '“台账”（A1）：“-3”不要带负号，请写 3', '“台账” (A1): “-3” takes no sign: write 3'],
    [{ numbers: { rate: 960 } }, '“满意率”（rate）：960 超出范围 0–100', '“满意率” (rate): 960 lies outside 0 to 100'],
    [
      { numbers: { raet: 96 } },
      '表中没有输入项“raet”，相近的有 rate（满意率）',
      'the table has no input “raet”: did you mean rate (满意率)?',
    ],
    [
      { numbers: { moved: 1 } },
      '表中没有输入项“moved”，可写 rate（满意率）、share（占比）、visits（人次）、income（收入）',
      'the table has no input “moved”: write rate (满意率), share (占比), visits (人次), income (收入)',
    ],
    [{ statements: { 搬迁: true } }, '“搬迁”是名称，请写代码 moved', '“搬迁” is a title: write the code moved'],
    [
      { records: { studdy: 3 } },
      '表中没有佐证材料类别“studdy”，相近的有 study（学习）',
      'the table has no kind of evidence “studdy”: did you mean study (学习)?',
    ],
    [
      { cases: [{ category: 'lat' }] },
      '表中没有情形“lat”，相近的有 late',
      'the table has no category “lat”: did you mean late?',
    ],
    [
      { cases: [{ category: '迟到' }] },
      '表中没有情形“迟到”，可写 late、event（不良事件）',
      'the table has no category “迟到”: write late, event (不良事件)',
    ],
    [
      { cases: [{ category: 'late' }] },
      '“迟到”（C1）：情形“late”须写身份（role）：可写 head（迟到）',
      '“迟到” (C1): the category “late” needs a role: write head (迟到)',
    ],
    [
      { cases: [{ category: 'late', role: 'hed' }] },
      '这类情形没有身份“hed”，相近的有 head（迟到）',
      'the category has no role “hed”: did you mean head (迟到)?',
    ],
    [
      { cases: [{ category: 'event', role: '护士' }] },
      '“护士”是名称，请写代码 nurse',
      '“护士” is a title: write the code nurse',
    ],
    [
      { cases: [{ category: 'event' }] },
      '“迟到”（C1）：情形“不良事件”须写身份（role）：可写 nurse（护士）',
      '“迟到” (C1): the category “不良事件” needs a role: write nurse (护士)',
    ],
    [
      { cases: [{ category: 'event', role: 'head' }] },
      '“迟到”（C1）：这类情形没有身份“head”，可写 nurse（护士）',
      '“迟到” (C1): the category has no role “head”: write nurse (护士)',
    ],
    [
      { tallies: [{ line: 'C2', entitled: 12, valid: 10, counts: { yes: 8, no: 3 } }] },
      '“投票”（C2）：各选项合计 11 票，有效票却是 10 张',
      '“投票” (C2): the options add up to 11 ballots, but 10 are valid',
    ],
    [
      { tallies: [{ line: 'C2', entitled: 9, valid: 10, counts: { yes: 10 } }] },
      '“投票”（C2）：有效票 10 张多于应投 9 张',
      '“投票” (C2): 10 valid ballots of only 9 entitled',
    ],
    [
      { tallies: [{ line: 'C2', entitled: 10, valid: 10, counts: { 满意: 10 } }] },
      '“投票”（C2）：“满意”是名称，请写代码 yes',
      '“投票” (C2): “满意” is a title: write the code yes',
    ],
    [
      { tallies: [{ line: 'C3', entitled: 10, valid: 10, counts: { yes: 10 } }] },
      '“测评”（C3）：没有写投票组（group），可写 staff（职工）',
      '“测评” (C3): the group of voters is missing: write staff (职工)',
    ],
    [{ notApplicable: { A1: '无' } }, '“台账”（A1）：本条不得列为不适用', '“台账” (A1): the line always applies'],
    [
      { decisions: { Z: 3 } },
      '表中没有条目“Z”，可写 hall（大厅）、A1（台账）、A2（环境）、B1（资质）、B2（完成）、C1（迟到）、C2（投票）、C3（测评）等 9 个',
      'the table has no line “Z”: write hall (大厅), A1 (台账), A2 (环境), B1 (资质), B2 (完成), C1 (迟到), C2 (投票), C3 (测评), or another of 9',
    ],
  ])('%j', (facts, zh, en) => {
    const [refused, ...others] = refusedIn(facts);
    expect(others).toEqual([]);
    expect(refused?.said).toEqual({ zh, en });
  });

  it('with the unit that it is of, where there are many', () => {
    expect(refusedIn({ units: { 东区: { marks: { A1: 12 } } } })[0]?.said).toEqual({
      zh: '东区，“台账”（A1）：12 分超过本条满分 10 分',
      en: '东区, “台账” (A1): 12 points are more than the 10 that the line is worth',
    });
    expect(refusedIn({ units: { 东区: { marks: { A9: 12 } } } })[0]?.path).toEqual(['units', '东区', 'marks', 'A9']);
  });
});

describe('a fact that is refused stands where it was written', () => {
  it.each<[string, object, RefusedFact['path'], boolean]>([
    ['at the value under its line', { marks: { A1: 12 } }, ['marks', 'A1'], false],
    ['at the name that is not there', { marks: { A9: 3 } }, ['marks', 'A9'], true],
    ['at the key of a list', { marks: [{ criterion: 'A1', points: 12 }] }, ['marks', 0, 'points'], false],
    ['once for so many of a kind', { records: { talks: 5 } }, ['records', 'talks'], true],
    ['once for a case of so many times', { cases: [{ category: 'x', times: 4 }] }, ['cases', 0, 'category'], false],
    ['once where a line that reads it refuses it too', { numbers: { rate: 960 } }, ['numbers', 'rate'], false],
    [
      'at the earlier case and at no other one',
      {
        cases: [{ category: 'event', role: 'nurse' }],
        earlierCases: [{ category: 'evnt', effectiveOn: '2025-07-01' }],
      },
      ['earlierCases', 0, 'category'],
      false,
    ],
    ['once where the line refuses it too', { cases: [{ category: 'late', role: 'x' }] }, ['cases', 0, 'role'], false],
  ])('%s', (_, facts, path, named) =>
    expect(refusedIn(facts).map((each) => ({ path: each.path, named: each.named }))).toEqual([{ path, named }]),
  );
});

describe('what can only mean one thing is read', () => {
  it.each<[string, object]>([
    ['full-width digits', { marks: { A1: '９' }, numbers: { rate: '９６．５' } }],
    ['yes and no in Chinese', { statements: { moved: '是' } }],
    ['a date that begins with its year', { asOf: '2026.3.5' }],
    ['a date in Chinese', { asOf: '2026年3月5日' }],
  ])('%s', (_, facts) => expect(refusedIn(facts)).toEqual([]));

  it('as what it means', () => {
    const { facts } = readFacts({ asOf: '2026年3月5日', numbers: { rate: '９６．５' }, statements: { moved: '否' } })
      .units[0]!;
    expect([facts.asOf, facts.numbers![0]!.value, facts.statements![0]!.holds]).toEqual(['2026-03-05', '96.5', false]);
  });

  it.each([
    [
      { period: { from: '2026-12-31', to: '2026-01-01' } },
      '考核期（period）：起止颠倒：from 2026-12-31 晚于 to 2026-01-01',
    ],
    [{ earlierCases: [{ category: 'late' }] }, '往年情形（earlierCases），第 1 项：缺少“effectiveOn”'],
  ])('and what leaves no way to read it is refused: %j', (facts, said) => {
    let zh = '';
    try {
      readFacts(facts);
    } catch (error) {
      zh = (error as FactsFault).said.zh;
    }
    expect(zh).toContain(said);
  });

  it('and a date whose order is open is not', () =>
    expect(() => readFacts({ asOf: '3/5/2026' })).toThrow('asOf: “3/5/2026” is not a date like 2026-01-31'));
});
