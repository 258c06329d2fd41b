import { describe, expect, it } from 'vitest';
import annex from '../../rubrics/yueqing-2020.json' with { type: 'json' };
import { readFacts } from '../facts-file/read.ts';
import { loadRubric } from '../load.ts';
import { FACTS, type Table, ask, chosenBecause, movers, reasons, unitIn } from './hall.fixture.ts';
import { whatIf } from './what-if.ts';
import { whatIfText } from './what-if-text.ts';

describe('the reason why a unit moves', () => {
  it('is the changed rule of a line', () => {
    const asked = ask(
      (t) => ((t.children[1]!.from as { cases: { deduct: { points: string }[] } }).cases.deduct[0]!.points = '20'),
    );
    expect(movers(asked)).toEqual(['east', 'west', 'port']); // west takes the place of east
    expect(unitIn(asked, 'west')).toMatchObject({ lines: [], because: [], becauseOfOthers: true });
    expect(reasons(asked, 'east')).toEqual(['“纪律”扣分项“迟到”每次扣分由 10 改为 20']);
    expect(unitIn(asked, 'east').lines).toMatchObject([
      { line: 'B', before: { zh: '90' }, after: { zh: '80' }, because: [0], follows: [] },
      { line: 'F', before: { zh: '45' }, after: { zh: '40' }, because: [], follows: ['B'] },
    ]);
    expect(asked.rules.map(({ line, title }) => [line, title])).toEqual([
      ['B', { zh: '纪律', en: '纪律' }],
      ['F', { zh: '折半', en: '折半' }],
    ]);
  });

  it.each<[string, (t: Table) => unknown, string[], string[]]>([
    [
      'weights of the parts',
      (t) => ([t.children[0]!.weight, t.children[1]!.weight] = ['50%', '50%']),
      ['east', 'west', 'port'],
      ['“业务”权重由 60% 改为 50%', '“纪律”权重由 40% 改为 50%'],
    ],
    [
      'limit of a grade, for those alone who had it or have it',
      (t) => {
        const [best, good, poor] = t.steps[1]!.band as unknown as [Record<string, string>, ...Record<string, string>[]];
        [best['from'], good!['below'], good!['from'], poor!['below']] = ['91.5', '91.5', '50', '50'];
      },
      ['east', 'west', 'port'],
      ['等次“优秀”与“良好”的分界由 90 改为 91.5（属“优秀”）'],
    ],
    [
      'rounding of the total',
      (t) => (t.steps[0] = { round: { mode: 'cut', places: '0' } } as never),
      ['east', 'west'],
      ['步骤“取整”由 四舍五入到 1 位 改为 舍去到 0 位'],
    ],
    [
      'gate over the whole table',
      (t) => t.steps.push({ gate: { when: "line('A') < 90", because: '业务不足90分', atMost: '80' } } as never),
      ['west'],
      ['新增前置规则“业务不足90分”：条件“业务”（A） < 90，上限 80'],
    ],
  ])('is the changed %s', (_, edit, moved, because) => {
    const asked = ask(edit);
    expect(movers(asked)).toEqual(moved);
    expect(reasons(asked, moved[0]!)).toEqual(because);
    expect(unitIn(asked, moved[0]!).lines.at(-1)!.line).toBe('hall');
  });

  it('is what becomes of a line that does not apply', () => {
    const facts = {
      units: { ...FACTS.units, port: { notApplicable: { A: '没有业务' }, cases: [{ category: 'late' }] } },
    };
    const asked = ask((t) => (t.children[0]!.notApplicable = 'zero'), facts);
    expect(movers(asked)).toEqual(['port']);
    expect(reasons(asked, 'port')).toEqual(['“业务”不适用的处理由 不计入 改为 计零分']);
  });

  it('is what others have, where nothing of its own changed and its place did', () => {
    const asked = ask((t) =>
      t.steps.push({ gate: { when: "line('A') > 90", because: '过高', atMost: '80' } } as never),
    );
    expect(unitIn(asked, 'west')).toMatchObject({ moved: true, because: [], becauseOfOthers: true });
    expect(whatIfText(asked, 'zh')).toContain('原因：其他单位变动');
  });

  it('is no change that made no difference to the unit', () => {
    const rates = (t: Table) => (t.children[1]!.from as { cases: { deduct: object[] } }).cases.deduct;
    const asked = ask((t) => {
      t.notApplicable = 'shrink';
      t.steps.push({ gate: { when: "line('A') < 10", because: '业务过低', becomes: '0' } } as never);
      rates(t)[0] = { ...rates(t)[0], points: '20' };
      rates(t).push({ id: 'absent', title: '旷工', category: 'absent', per: 'occurrence', points: '30' });
    });
    expect(asked.changes).toHaveLength(4);
    expect(reasons(asked, 'east')).toEqual(['“纪律”扣分项“迟到”每次扣分由 10 改为 20']);
    expect(unitIn(asked, 'east').lines.map(({ line }) => line)).toEqual(['B', 'F']);
  });

  it('is each of several steps by itself', () => {
    const asked = ask((t) => {
      t.steps.unshift({ compute: 'score - 1' } as never, { clamp: { most: '99' } } as never);
    });
    expect(asked.changes).toHaveLength(2);
    expect(reasons(asked, 'east')).toEqual(['新增步骤“计算”：当前得数 − 1']);
  });

  it('is several together where each would have been enough', () => {
    const asked = ask((t) => {
      t.steps.push({ gate: { when: "line('A') > 90", because: '过高', atMost: '80' } } as never);
      t.steps.push({ gate: { when: 'praise = 1', because: '表扬少', atMost: '80' } } as never);
      t.steps.push({ gate: { when: 'praise = 1', because: '几乎没有', atMost: '99' } } as never);
    });
    expect(reasons(asked, 'east')).toEqual([
      '新增前置规则“过高”：条件“业务”（A） > 90，上限 80',
      '新增前置规则“表扬少”：条件“表扬数” = 1，上限 80',
    ]);
  });

  it('is what moved it by itself, with others of which each would have been enough', () => {
    const asked = ask((t) => {
      t.steps.push({ gate: { when: "line('A') > 90", because: '过高', atMost: '80' } } as never);
      t.steps.push({ gate: { when: 'praise = 1', because: '表扬少', atMost: '80' } } as never);
      t.steps.push({ compute: 'score - 1' } as never);
    });
    expect(unitIn(asked, 'east')).toMatchObject({ before: { zh: '91.2 优秀' }, after: { zh: '79 优秀' } });
    expect(reasons(asked, 'east')).toHaveLength(3);
    expect(unitIn(asked, 'east').lines.at(-1)).toMatchObject({ line: 'hall', together: true });
    expect(reasons(asked, 'west')).toEqual(['新增步骤“计算”：当前得数 − 1']);
    expect(unitIn(asked, 'west').lines.at(-1)).toMatchObject({ together: false });
  });

  it('is no change that was undone only because another cannot be undone without it', () => {
    const asked = ask(
      (t) => (t.steps[2] = { gate: { when: "line('A') > 90", because: '过高', gradeAtMost: 'excellent' } } as never),
      FACTS,
      (t) => t.steps.push({ gate: { when: "line('A') > 90", because: '过高', gradeDown: '1' } } as never),
    );
    expect(asked.changes).toHaveLength(2);
    expect(reasons(asked, 'east')).toEqual(['前置规则“过高”删去降等：1']);
  });

  it('is a change together with those that it cannot be undone without', () => {
    const asked = ask((t) => {
      t.from = undefined as never;
      for (const part of t.children) part.weight = undefined as never;
      [t.children[0]!.points, t.children[1]!.points, t.points] = ['90', '110', '200'];
    });
    expect(reasons(asked, 'west')).toContain('满分由 100 改为 200');
    expect(reasons(asked, 'west')).toContain('“业务”分值由 100 改为 90');
  });

  it('is never a change of mere words', () => {
    const asked = ask((t) => {
      t.children[0]!.text = '业务工作';
      t.grades[0]!.title = '优';
    });
    expect(asked.changes).toHaveLength(2);
    expect(movers(asked)).toEqual([]);
  });
});

describe('figures', () => {
  it('are decimals of the table’s places, with titles of grades, never fractions', () => {
    const asked = ask((t) => {
      t.steps.shift();
      t.children[1]!.weight = '1/3';
      t.children[0]!.weight = '2/3';
    });
    expect(unitIn(asked, 'east').after).toMatchObject({
      floor: '91.3',
      ceiling: '91.3',
      zh: '91.3 优秀',
      en: '91.3 优秀',
    });
    expect(JSON.stringify(asked.units)).not.toMatch(/\d\/\d/);
  });

  it('have more places where they would look the same without', () => {
    const asked = ask((t) => {
      t.steps[0] = { round: { mode: 'half-up', places: '3' } } as never;
      t.children[0]!.weight = '60.01%';
      t.children[1]!.weight = '39.99%';
    });
    expect(unitIn(asked, 'east')).toMatchObject({
      before: { zh: '91.2 优秀' },
      after: { zh: '91.2 优秀' },
      change: '0',
    });
    expect(unitIn(asked, 'west')).toMatchObject({ before: { zh: '90.4 优秀' }, after: { zh: '90.398 优秀' } });
  });

  it('that a rule refuses are told with its reason', () => {
    const asked = ask((t) =>
      t.steps.push({ gate: { when: "line('A') < 60", because: '业务过低', refuse: '业务过低，不评' } } as never),
    );
    expect(unitIn(asked, 'port').after).toMatchObject({
      zh: '不予计分：业务过低，不评',
      en: 'refused: 业务过低，不评',
    });
    expect(unitIn(asked, 'port').change).toBeNull();
  });
});

describe('tables that have hundreds of changes', () => {
  const many = (t: Table) => {
    t.selections[0]!.places = '2';
    t.steps.unshift({ compute: 'score - 1' } as never);
    for (let n = 0; n < 3000; n++) t.figures.push({ id: `N${n}`, text: `新增 ${n}`, from: { formula: '1' } });
  };

  it('are not tried one by one: what may be a reason is told', () => {
    const asked = ask(many);
    expect(asked.changes.length).toBeGreaterThan(3000);
    expect(
      unitIn(asked, 'east')
        .lines.at(-1)!
        .because.map((n) => asked.changes[n]!.zh),
    ).toEqual(['新增步骤“计算”：当前得数 − 1']);
    expect(chosenBecause(asked, 'west')).toContain('评选“先进”名额由 1 改为 2');
  });
});

describe('places', () => {
  const open = { units: { ...FACTS.units, west: { numbers: { praise: 5 } } } }; // 40 to 100
  const text = (edit: (table: Table) => unknown, language: 'zh' | 'en') => whatIfText(ask(edit, open), language);

  it('are between two where figures that overlap are not settled', () => {
    const asked = ask(() => undefined, open);
    expect(asked.units.map(({ before }) => before.place)).toEqual([
      { best: 1, worst: 2 }, // 91.2
      { best: 1, worst: 3 },
      { best: 2, worst: 3 }, // 54
    ]);
    expect(asked.units.every(({ moved }) => !moved)).toBe(true);
  });

  it('that may have changed or not are told so', () => {
    const lower = (t: Table) => t.steps.unshift({ clamp: { most: '70' } } as never);
    expect(text(lower, 'zh')).toContain(
      'east：91.2 优秀 → 70 良好，差 −21.2，第 1 至 2 位之间 → 第 1 位（是否变动未定）\n',
    );
    const nothingFromA = (t: Table) =>
      t.steps.unshift({ gate: { when: "line('A') < 60", because: '业务差', atMost: '30' } } as never);
    expect(text(nothingFromA, 'zh')).toContain('，第 1 至 3 位之间 → 第 1 至 2 位之间（是否变动未定）');
    expect(text(nothingFromA, 'en')).toContain(
      ', between place 1 and 3 → between place 1 and 2 (not settled whether it moves)',
    );
  });

  it('are none for what no rule gives points, which takes no place from others', () => {
    const asked = ask((t) =>
      t.steps.push({ gate: { when: "line('A') > 90", because: '过高', refuse: '过高，不评' } } as never),
    );
    expect(asked.units.map(({ after }) => after.place)).toEqual([null, { best: 1, worst: 1 }, { best: 2, worst: 2 }]);
    expect(whatIfText(asked, 'zh')).toContain('，第 1 位 → 不排位次\n');
  });
});

describe('changes that can only be undone with each other', () => {
  it('are left out together where they are not needed', () => {
    const gates = (t: Table) =>
      ['A', 'B'].forEach((line) =>
        t.steps.push({ gate: { when: `line('${line}') < 70`, because: `${line}不足70`, grade: 'poor' } } as never),
      );
    const byGrade = (t: Table) => (t.selections[0]!.eligible = "grade('hall') >= 'good'");
    const asked = ask(
      (t) => {
        gates(t);
        byGrade(t);
        [t.children[0]!.weight, t.children[1]!.weight] = ['40%', '60%'];
      },
      { units: { port: { marks: { A: 65 }, cases: [{ category: 'late', times: 4 }], numbers: { praise: 0 } } } },
      byGrade,
    );
    expect(asked.selections[0]!.moves).toMatchObject([{ units: [{ unit: 'port' }], together: true }]);
    expect(chosenBecause(asked, 'port').every((reason) => reason.includes('不足70'))).toBe(true);
  });
});

describe('selections', () => {
  it('tell who comes in and who goes out, and why', () => {
    const asked = ask((t) => (t.selections[0]!.order = [{ by: 'praise', best: 'highest' }]));
    expect(asked.selections).toMatchObject([
      {
        selection: 'best',
        title: '先进',
        before: { places: 1, chosen: ['east'] },
        after: { places: 1, chosen: ['west'] },
        moves: [
          {
            units: [
              { unit: 'east', before: 'chosen', after: 'not-chosen' },
              { unit: 'west', before: 'not-chosen', after: 'chosen' },
            ],
          },
        ],
      },
    ]);
    expect(chosenBecause(asked, 'west')).toEqual(['评选“先进”删去第 1 项排序依据：“窗口考核”，次序 高者为优']);
    expect(movers(asked)).toEqual([]);
    expect(whatIfText(asked, 'zh')).toMatch(
      /的得分和位次都不变。\n评选“先进”：\n {4}east：入选 → 未入选\n {4}west：未入选 → 入选\n {4}原因：评选“先进”删去/,
    );
  });

  it('are for each unit the changes without which it would be as it was, and no others', () => {
    const asked = ask((t) => {
      t.selections[0]!.places = '2';
      [t.children[0]!.weight, t.children[1]!.weight] = ['59%', '41%'];
    });
    expect(reasons(asked, 'west')).toHaveLength(2); // the weights move its figure
    expect(asked.selections[0]!.moves).toMatchObject([
      { units: [{ unit: 'west', before: 'not-chosen', after: 'chosen' }] },
    ]);
    expect(chosenBecause(asked, 'west')).toEqual(['评选“先进”名额由 1 改为 2']);
    expect(asked.selections[0]!.moves[0]!.together).toBe(false);
  });

  it('are told together where each of several changes would have been enough', () => {
    const asked = ask((t) => {
      t.selections[0]!.places = '2';
      t.steps.splice(1, 0, { gate: { when: "line('A') > 90", because: '过高', atMost: '70' } } as never);
      t.notApplicable = 'shrink';
    });
    expect(chosenBecause(asked, 'west')).toEqual([
      '新增前置规则“过高”：条件“业务”（A） > 90，上限 70',
      '评选“先进”名额由 1 改为 2',
    ]);
    expect(asked.selections[0]!.moves).toMatchObject([{ units: [{ unit: 'west' }], together: true }]);
    expect(whatIfText(asked, 'zh')).toContain(
      '    west：未入选 → 入选\n    原因（合在一起）：新增前置规则“过高”：条件“业务”（A） > 90，上限 70；评选“先进”名额由 1 改为 2',
    );
    expect(whatIfText(asked, 'en')).toContain('    because of these together: ');
  });

  it('are all those without each of which a unit would not be chosen, whatever else would leave it out', () => {
    const gated = (grade: string) => (t: Table) =>
      t.steps.push({ gate: { when: 'praise = 5', because: '表扬过多', gradeAtMost: grade } } as never);
    const asked = ask(
      (t) => {
        gated('excellent')(t);
        [t.selections[0]!.places, t.selections[0]!.eligible] = ['2', "grade('hall') >= 'good'"];
      },
      FACTS,
      (t) => {
        gated('poor')(t);
        t.selections[0]!.eligible = "grade('hall') >= 'good'";
      },
    );
    expect(asked.selections[0]!.moves).toMatchObject([
      { units: [{ unit: 'west', before: 'not-eligible', after: 'chosen' }], together: false },
    ]);
    expect(chosenBecause(asked, 'west')).toEqual([expect.stringContaining('最高等次'), '评选“先进”名额由 1 改为 2']);
  });

  it('are told by the rule of others where that is what moved the unit', () => {
    const asked = ask((t) =>
      t.steps.splice(1, 0, { gate: { when: "line('A') > 90", because: '过高', atMost: '70' } } as never),
    );
    expect(unitIn(asked, 'west').because).toEqual([]);
    expect(chosenBecause(asked, 'west')).toEqual(['新增前置规则“过高”：条件“业务”（A） > 90，上限 70']);
    expect(whatIfText(asked, 'zh')).toMatch(/east：入选 → 未入选\n {4}west：未入选 → 入选\n {4}原因：新增/);
  });

  it('tell more places, and ties that somebody has to decide', () => {
    const level = { units: { east: FACTS.units.east, west: FACTS.units.east, port: FACTS.units.port } };
    const asked = ask((t) => (t.selections[0]!.places = '2'), level);
    expect(asked.selections[0]!.moves).toEqual([
      {
        because: [0],
        together: false,
        units: [
          { unit: 'east', before: 'tied', after: 'chosen' },
          { unit: 'west', before: 'tied', after: 'chosen' },
        ],
      },
    ]);
    expect(whatIfText(asked, 'en')).toContain('east: tied, to be decided → chosen');
  });

  it('that figures leave open are told as such', () => {
    const facts = { units: { ...FACTS.units, west: {} } };
    const text = whatIfText(
      ask(() => undefined, facts),
      'zh',
    );
    expect(text).toContain('评选“先进”：\n    1 个单位的得分未定，还评不出');
  });

  it('that only one table has are told as such', () => {
    const asked = ask((t) => (t.selections = []));
    expect(asked.selections).toMatchObject([
      { after: null, moves: [{ units: [{ unit: 'east', before: 'chosen', after: null }] }] },
    ]);
  });
});

describe('nothing', () => {
  it('moves under the same table, and says so', () => {
    const asked = ask(() => undefined);
    expect(asked).toMatchObject({ changes: [], rules: [], oneSided: [] });
    expect(whatIfText(asked, 'zh')).toBe('3 个单位的得分和位次都不变。\n各项评选入选的都不变。');
    expect(whatIfText(asked, 'en')).toBe('None of 3 units moves.\nThe selections choose the same units.');
  });

  it('is said of a line that both tables have; one that a table lacks is told', () => {
    const asked = ask(
      (t) => {
        t.children[1]!.id = 'B2';
        t.figures = [];
        t.inputs[0]!.id = 'praises';
        t.selections = [];
      },
      { units: { east: { marks: { A: 90 }, notApplicable: { B: '无' }, numbers: { praise: 3 } } } },
    );
    expect(asked.oneSided).toEqual([
      { kind: 'line', name: 'B', called: { zh: '“纪律”', en: '“纪律”' }, lacking: 'after', units: 1 },
      { kind: 'input', name: 'praise', called: { zh: '“表扬数”', en: '“表扬数”' }, lacking: 'after', units: 1 },
    ]);
    expect(whatIfText(asked, 'zh')).toContain('事实中的条目“纪律”，后一版没有，在那里不计（1 个单位）');
  });
});

describe('200 units of the 2020 annex', () => {
  const units = Array.from({ length: 200 }, (_, n) => ({
    unit: `u${n}`,
    facts: readFacts({ marks: { '1.1': { grade: 'good', points: n % 2 ? '6' : '6.5' } } }).units[0]!.facts,
  }));
  const content = annex as unknown as { rulings: { items: { reading: string }[] } };

  it('have no rule explained when nothing moved', () => {
    const reworded = JSON.parse(JSON.stringify(content)) as typeof content;
    reworded.rulings.items[0]!.reading = '另一种说法';
    const asked = whatIf(loadRubric(content), loadRubric(reworded), units);
    expect(asked.changes).toHaveLength(1);
    expect(asked.units.every(({ moved, lines }) => !moved && lines.length === 0)).toBe(true);
    expect(asked.rules).toEqual([]);
  });
});
