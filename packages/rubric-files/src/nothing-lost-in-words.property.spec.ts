import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf } from './draft/draft-of.ts';
import { importOutline } from './import/outline-of.ts';
import { writtenXlsx } from './written-files.fixture.ts';

const IMPRINT = { id: 'imported', version: '2026', issuedBy: '综合科', printedOn: '2026-01-01' };
const RULES = [
  '优秀得10分，良好得8分，差不得分',
  '优按满分，良扣1-3分，差不得分',
  '完成率95%以上得10分，90%以上得5分，其余不得分',
  '迟到一次扣1分',
  '未公示扣2分',
  '资料齐全（3分）',
  '每参加一次得2分',
  '最多扣6分',
  '扣完为止',
  '未列入的不得分',
  '发生事故的一票否决',
];
/** Clauses from which a rule is made, and clauses that change what it gives. */
const SCORED = ['迟到一次扣1分', '每缺一项扣2分', '获奖每次加3分', '完成率95%以上得10分，90%以上得5分，其余不得分'];
const QUALIFIED = [
  '缺三项以上全扣',
  '不倒扣',
  '扣至5分为止',
  '扣满3分为止',
  '最多扣3分',
  '单次最多扣4分',
  '每月不超过2分',
  '每季度最多扣3分',
  '逾期10日以上本项0分',
  '首次免扣',
  '主要负责人加倍',
  '弄虚作假的不得分',
  '第二起起每起扣10分',
  '被通报的一次性扣5分',
  '由责任科室承担50%',
  '（班子成员3分）',
];
const NOTES = [
  '90分以上为优秀，60分以上为合格，60分以下为不合格',
  '得分95分以上为一等，其余为二等',
  '优秀按满分计，良好按80%计，差不得分',
  '发生安全事故的，总分不超过60分',
  '弄虚作假的一票否决',
  '连续两年不合格的予以调岗',
  '前三名为先进单位',
];
const someOf = (sentences: readonly string[]) => fc.shuffledSubarray([...sentences], { minLength: 1, maxLength: 4 });

const reportOf = async (rules: readonly string[], notes: readonly string[]) => {
  const rows = [
    ['项目', '考核内容', '分值', '评分办法'],
    ['甲', '学习', 10, rules.join('；')],
    ['乙', '工作', 90, '少一次扣1分'],
  ];
  const after = notes.length === 0 ? [] : [`备注：${notes.join('；')}。`];
  return draftOf(await importOutline(await writtenXlsx({ before: ['考核表'], rows, after })), IMPRINT).report;
};

/** What of a sentence can make a figure another: its amounts and what vetoes. */
const telling = (sentence: string): string[] => sentence.match(/(?:\d+(?:-\d+)?分|不得分|一票否决|扣完为止)/g) ?? [];

describe('the words of an office', () => {
  it('that score a line are quoted by its entry, read or not', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(someOf(RULES), async (rules) => {
        const said = (await reportOf(rules, [])).filter(({ zh }) => zh.startsWith('1.1：')).map(({ zh }) => zh);
        expect(said).toHaveLength(1);
        expect(rules.flatMap(telling).filter((phrase) => !said[0]!.includes(phrase))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('that qualify a rule are consumed by it whole, or told to be put into it', { timeout: 60_000 }, async () => {
    const clauses = fc.tuple(someOf(SCORED), someOf(QUALIFIED), fc.constantFrom('，', '；', '。'));
    await fc.assert(
      fc.asyncProperty(clauses, async ([scored, qualified, sign]) => {
        const said = (await reportOf([[...scored, ...qualified].join(sign)], [])).find(({ zh }) =>
          zh.startsWith('1.1：'),
        );
        const quoted = [...said!.zh.matchAll(/“([^”]*)”/g)].map(([, quote]) => quote);
        expect(qualified.filter((clause) => !quoted.includes(clause))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('in a note are each quoted by what it became, or told to be left', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(someOf(NOTES), async (notes) => {
        const said = (await reportOf(['少一次扣1分'], notes))
          .filter(({ place }) => place === '备注')
          .map(({ zh }) => zh)
          .join('\n');
        const clauses = notes.flatMap((note) => note.split('，')).map((clause) => clause.replace(/^得分/, ''));
        expect(clauses.filter((clause) => !said.includes(clause))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
