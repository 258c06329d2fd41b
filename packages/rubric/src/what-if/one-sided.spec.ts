import { describe, expect, it } from 'vitest';
import { type Table, ask, movers, reasons, unitIn } from './hall.fixture.ts';
import { whatIfText } from './what-if-text.ts';

const papers = (t: Table) =>
  t.children.push({
    id: 'E',
    text: '论文',
    bonus: '3',
    from: {
      cases: { charge: 'every', add: [{ id: 'e', title: '论文', category: 'paper', per: 'case', points: '1' }] },
    },
  } as never);
const rates = (t: Table) => (t.children[1]!.from as { cases: { deduct: object[] } }).cases.deduct;

const facts = (cases: object[]) => ({
  units: { east: { marks: { A: 92 }, cases }, west: { marks: { A: 84 } }, port: { marks: { A: 50 } } },
});

describe('a line that one table lacks', () => {
  it('moves those who have something of it, and nobody else', () => {
    const asked = ask(papers, facts([{ category: 'paper', times: 2 }]));
    expect(movers(asked)).toEqual(['east']);
    expect(reasons(asked, 'east')).toEqual([expect.stringMatching(/^新增“论文”/)]);
    expect(unitIn(asked, 'east').lines).toMatchObject([
      { line: 'E', before: null, after: { zh: '2' } },
      { line: 'hall', before: { zh: '95.2 优秀' }, after: { zh: '97.2 优秀' } },
    ]);
  });

  it('moves whoever is worse off without points, by what is made of the parts', () => {
    const drill = (t: Table) => {
      t.children.push({ id: 'D', text: '演练', points: '100', weight: '20%', from: { formula: '0' } } as never);
      [t.children[0]!.weight, t.children[1]!.weight] = ['50%', '30%'];
    };
    const asked = ask(drill, facts([]));
    expect(movers(asked)).toEqual(['east', 'west', 'port']);
    expect(unitIn(asked, 'west').lines.map(({ line }) => line)).toEqual(['hall']);
    expect(reasons(asked, 'west')).toContainEqual(expect.stringMatching(/^新增“演练”/));
  });
});

describe('cases that one table has nothing to say of', () => {
  it('are left out there, open no line of it, and are told once', () => {
    const asked = ask(papers, facts([{ category: 'paper' }, { category: 'paper' }, { category: 'late' }]));
    expect(unitIn(asked, 'east').before.zh).toBe('91.2 优秀');
    expect(unitIn(asked, 'east').lines.map(({ line }) => line)).toEqual(['E', 'hall']);
    expect(asked.oneSided).toEqual([
      { kind: 'category', name: 'paper', called: { zh: '“论文”', en: '“论文”' }, lacking: 'before', units: 1 },
    ]);
    expect(whatIfText(asked, 'zh')).toContain('\n事实中的事项“论文”，前一版没有此类情形，在那里不计（1 个单位）');
  });

  it('may be those of one role alone', () => {
    const guards = (t: Table) =>
      rates(t).push({ id: 'g', title: '保安脱岗', category: 'post', role: 'guard', per: 'case', points: '5' });
    const chiefs = (t: Table) => {
      guards(t);
      rates(t).push({ id: 'c', title: '主任脱岗', category: 'post', role: 'chief', per: 'case', points: '9' });
    };
    const asked = ask(chiefs, facts([{ category: 'post', role: 'chief' }]), guards);
    expect(unitIn(asked, 'east')).toMatchObject({ before: { zh: '95.2 优秀' }, after: { zh: '91.6 优秀' } });
    expect(asked.oneSided).toMatchObject([{ name: 'post/chief', called: { zh: '“主任脱岗”' }, lacking: 'before' }]);
  });

  it('are none where it lists the category or asks for it', () => {
    const gate = (t: Table) =>
      t.steps.push({ gate: { when: "cases('paper') > 1", because: '论文多', atMost: '50' } } as never);
    const asked = ask(
      (t) => [papers(t), gate(t)],
      facts([{ category: 'paper' }]),
      (t) => {
        (t as { categories?: object[] }).categories = [{ id: 'paper', title: '论文' }];
        gate(t);
      },
    );
    expect(asked.oneSided).toEqual([]);
    expect(unitIn(asked, 'east')).toMatchObject({ before: { zh: '95.2 优秀' }, after: { zh: '96.2 优秀' } });
  });

  it('that neither table knows stay slips of the facts, which open all that they may have cost or brought', () => {
    const asked = ask(papers, facts([{ category: 'papre' }]));
    expect(asked.oneSided).toEqual([]);
    expect(unitIn(asked, 'east').lines.map(({ line, before, after }) => [line, before?.zh, after?.zh])).toEqual([
      ['E', undefined, '0–3'],
      ['hall', '55.2–95.2', '55.2–98.2'],
    ]);
  });
});
