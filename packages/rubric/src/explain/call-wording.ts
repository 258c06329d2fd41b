import type { Expression } from '../expression/syntax.ts';
import type { Names } from './names.ts';
import type { Language, Wording } from './wording.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** How the rest of an expression is said: the titles, the language, and the arguments. */
interface Saying {
  names: Names;
  language: Language;
  say: (tree: Expression) => string;
}

/** What a function asks for, as a phrase that stands for a number or a condition. */
export function callWording(call: Call, { names, language, say }: Saying): string {
  const of = textOf(call.args[0]);
  switch (call.name) {
    case 'line':
      return names.line(of)[language];
    case 'share':
    case 'points':
    case 'grade':
    case 'previous':
    case 'previous-grade':
    case 'rated-before':
      return filled(OF_LINE[call.name]!, language, names.line(of)[language]);
    case 'graded':
    case 'graded-exactly':
      return filled(OF_PARTS[call.name]!, language, `“${names.grade(of)}”`) + among(call, 1, names, language);
    case 'parts':
    case 'part-shares': {
      const limit = `${SIGNS[of] ?? of} ${call.args[1] ? say(call.args[1]) : ''}`;
      return filled(OF_PARTS[call.name]!, language, limit) + among(call, 2, names, language);
    }
    case 'lowest-part':
    case 'lowest-share':
      return OF_PARTS[call.name]![language] + among(call, 0, names, language);
    case 'chosen':
      return filled(CHOSEN, language, `“${names.selection(of)}”`);
    case 'count':
      return filled(COUNT, language, `“${names.kind(of)[language]}”`);
    case 'cases':
      return casesWording(call, names, language);
    case 'run':
      return filled(
        RUN,
        language,
        `“${names.input(of)?.title ?? of}” ${textOf(call.args[1])} ${call.args[2] ? say(call.args[2]) : ''}`,
      );
    case 'if': {
      const [condition = '', then = '', otherwise = ''] = call.args.map(say);
      return language === 'zh'
        ? `（若${condition}，则 ${then}，否则 ${otherwise}）`
        : `(if ${condition}: ${then}, otherwise ${otherwise})`;
    }
    default:
      return plainCall(call, { names, language, say });
  }
}

/** A function over a series, or over any number of figures: what it is called, and its arguments in brackets. */
function plainCall({ name, args }: Call, { names, language, say }: Saying): string {
  const [word, of] = [WORDS[name]?.[language] ?? name, textOf(args[0])];
  const series = args.length === 1 && args[0]?.kind === 'text' ? `“${names.input(of)?.title ?? of}”` : null;
  if (series !== null) return filled(WORDS[name] ?? { zh: `${name}{}`, en: `${name} {}` }, language, series);
  if (args.length === 0) return word.replace('{}', '');
  const list = args.map(say).join(language === 'zh' ? '，' : ', ');
  return language === 'zh' ? `${word.replace('{}', '')}（${list}）` : `${word.replace('{}', '').trim()} (${list})`;
}

function casesWording({ args }: Call, names: Names, language: Language): string {
  const last = args.at(-1);
  const role = args[1]?.kind === 'text' ? args[1].text : null;
  const what = names.category(textOf(args[0]), role)[language];
  const months = last?.kind === 'number' ? last.text : null;
  if (language === 'zh') return `${months === null ? '' : `近${months}个月`}${what}次数`;
  return `cases of ${what}${months === null ? '' : ` in ${months} months`}`;
}

/** The lines that are named, where it is not the parts of the line at hand. */
function among({ args }: Call, from: number, names: Names, language: Language): string {
  const lines = args.slice(from).map((arg) => names.line(textOf(arg))[language]);
  if (lines.length === 0) return '';
  return language === 'zh' ? `（${lines.join('、')}中）` : ` (of ${lines.join(', ')})`;
}

const textOf = (argument: Expression | undefined): string => (argument?.kind === 'text' ? argument.text : '');

const filled = (words: Wording, language: Language, what: string): string => words[language].replace('{}', what);

const OF_LINE: Record<string, Wording> = {
  share: { zh: '{}的得分率', en: 'the share reached of {}' },
  points: { zh: '{}的满分', en: 'full marks of {}' },
  grade: { zh: '{}的等次', en: 'the grade of {}' },
  previous: { zh: '{}上期的得分', en: 'the points of {} in the period before' },
  'previous-grade': { zh: '{}上期的等次', en: 'the grade of {} in the period before' },
  'rated-before': { zh: '{}上期有结果', en: '{} was rated in the period before' },
};
const OF_PARTS: Record<string, Wording> = {
  graded: { zh: '{}及以上的项数', en: 'parts graded {} or better' },
  'graded-exactly': { zh: '{}的项数', en: 'parts graded {}' },
  parts: { zh: '得分 {} 的项数', en: 'parts {}' },
  'part-shares': { zh: '得分率 {} 的项数', en: 'parts with a share {}' },
  'lowest-part': { zh: '最低一项的得分', en: 'the lowest part' },
  'lowest-share': { zh: '最低一项的得分率', en: 'the lowest share of a part' },
};
const CHOSEN: Wording = { zh: '入选{}', en: 'chosen for {}' };
const SIGNS: Record<string, string> = { '>=': '≥', '<=': '≤', '!=': '≠' };
const COUNT: Wording = { zh: '{}次数', en: 'sessions of {}' };
const RUN: Wording = { zh: '{} 连续最多的期数', en: 'the longest run of {}' };

const WORDS: Record<string, Wording> = {
  min: { zh: '最小值', en: 'least of' },
  max: { zh: '最大值', en: 'greatest of' },
  mean: { zh: '{}各期平均', en: 'mean of {}' },
  sum: { zh: '{}各期合计', en: 'sum of {}' },
  last: { zh: '{}最近一期', en: 'latest of {}' },
  'lowest-of': { zh: '{}各期最低', en: 'lowest of {}' },
  'highest-of': { zh: '{}各期最高', en: 'highest of {}' },
  attribute: { zh: '单位属性{}', en: 'the attribute {}' },
};
