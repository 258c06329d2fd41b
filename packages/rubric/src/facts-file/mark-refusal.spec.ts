import { describe, expect, it } from 'vitest';
import { refusedIn } from './refused.fixture.ts';

describe('a mark that is refused says what may be given', () => {
  it.each<[object, string, string]>([
    [
      { marks: { A1: 12 } },
      '“台账”（A1）：12 分超过本条满分 10 分',
      '“台账” (A1): 12 points are more than the 10 that the line is worth',
    ],
    [
      { marks: { A1: 7.5 } },
      '“台账”（A1）：7.5 不是 1 的整数倍，可打 7 或 8',
      '“台账” (A1): 7.5 is no whole multiple of 1: give 7 or 8',
    ],
    [
      { marks: { A2: { grade: 'poor', points: 5.5 } } },
      '“环境”（A2）：5.5 不是 1 的整数倍，可打 5',
      '“环境” (A2): 5.5 is no whole multiple of 1: give 5',
    ],
    [{ marks: { A1: '9分' } }, '“台账”（A1）：“9分”应只写数：9', '“台账” (A1): “9分” should be the number alone: 9'],
    [{ marks: { A1: '好' } }, '“台账”（A1）：“好”不是数，应如 10', '“台账” (A1): “好” is not a number like 10'],
    [
      { marks: { A2: '优秀' } },
      '“环境”（A2）：“优秀”是名称，请写代码 good',
      '“环境” (A2): “优秀” is a title: write the code good',
    ],
    [
      { marks: { A2: 'goof' } },
      '“环境”（A2）：本条没有等次“goof”，相近的有 good（优秀）',
      '“环境” (A2): the line has no grade “goof”: did you mean good (优秀)?',
    ],
    [
      { marks: { A2: 'best' } },
      '“环境”（A2）：本条没有等次“best”，可写 good（优秀）、poor（不合格）',
      '“环境” (A2): the line has no grade “best”: write good (优秀), poor (不合格)',
    ],
    [
      { marks: { A2: 8 } },
      '“环境”（A2）：只写了分数 8，还须写等次：可写 good（优秀）、poor（不合格）',
      '“环境” (A2): points alone (8): a grade is needed too: write good (优秀), poor (不合格)',
    ],
    [
      { marks: { A2: 'good' } },
      '“环境”（A2）：除等次外还须写分数，如 10',
      '“环境” (A2): points are needed beside the grade, like 10',
    ],
    [
      { marks: { A2: { grade: 'good', points: 5 } } },
      '“环境”（A2）：5 分不在“优秀”的 6–10之内，而在“不合格”的 0–6（不含）之内',
      '“环境” (A2): 5 points are not within “优秀” (6–10), but within “不合格” (0–below 6)',
    ],
    [
      { marks: { B1: 5 } },
      '“资质”（B1）：5 不在可打的分值之列：0、4、10',
      '“资质” (B1): 5 is none of the points that may be given: 0, 4, 10',
    ],
    [{ marks: { B2: '85%' } }, '“完成”（B2）：“85%”应只写数：85', '“完成” (B2): “85%” should be the number alone: 85'],
    [
      { marks: { B2: 99 } },
      '“完成”（B2）：99 不是 5 的整数倍，可打 95 或 100',
      '“完成” (B2): 99 is no whole multiple of 5: give 95 or 100',
    ],
    [
      { marks: { C2: 9 } },
      '“投票”（C2）：本条按规则计分，不接受评分',
      '“投票” (C2): the line is decided by rule and takes no marks',
    ],
    [{ marks: { 台账: 9 } }, '“台账”是名称，请写代码 A1', '“台账” is a title: write the code A1'],
  ])('%j', (facts, zh, en) => {
    const [refused, ...others] = refusedIn(facts);
    expect(others).toEqual([]);
    expect(refused?.said).toEqual({ zh, en });
  });
});
