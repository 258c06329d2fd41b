import type { Wording } from '../explain/wording.ts';

/** What is wrong at a place of a facts file, which is called by its unit, its part and the keys from there. */
export function atPlaceInFacts(path: readonly PropertyKey[], said: Wording): Wording {
  const place = path[0] === 'units' ? path.slice(1) : path;
  const zh = place.map((key) => (typeof key === 'number' ? `第 ${key + 1} 项` : (PARTS[String(key)] ?? String(key))));
  const en = place.map((key) => (typeof key === 'number' ? `item ${key + 1}` : String(key)));
  return {
    zh: zh.length === 0 ? said.zh : `${zh.join('，')}：${said.zh}`,
    en: en.length === 0 ? said.en : `${en.join(', ')}: ${said.en}`,
  };
}

/** What the parts of a facts file are called, beside the key that people have to write. */
const PARTS: Record<string, string | undefined> = {
  asOf: '截至日期（asOf）',
  period: '考核期（period）',
  recordingClosed: '录入截止（recordingClosed）',
  declared: '申报基数（declared）',
  attributes: '单位属性（attributes）',
  records: '佐证材料（records）',
  cases: '情形（cases）',
  earlierCases: '往年情形（earlierCases）',
  marks: '评分（marks）',
  numbers: '数值（numbers）',
  statements: '是非（statements）',
  tallies: '计票（tallies）',
  notApplicable: '不适用（notApplicable）',
  decisions: '认定（decisions）',
  previous: '上期结果（previous）',
};
