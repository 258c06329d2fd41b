import type { Wording } from './explain/wording.ts';
import { nearTo } from './near.ts';
import { numberMeant } from './number-meant.ts';
import { halfWidth, isoDate } from './written-otherwise.ts';

/** What zod says of one value, as far as it is told on. */
export interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  /** of a choice of shapes, what is wrong with each */
  errors?: Issue[][];
  /** of a key, what is wrong with it */
  issues?: Issue[];
  keys?: string[];
  values?: unknown[];
  expected?: string;
  format?: string;
  pattern?: string;
  origin?: string;
  minimum?: number;
  maximum?: number;
}

/** What is wrong with a value, in words that say what may stand there. */
export function issueWording(issue: Issue, value: unknown): Wording {
  const key = String(issue.path.at(-1) ?? '');
  if (value === null) return { zh: '此处没有写内容', en: 'nothing is written here' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return keyWording(issue.keys?.[0] ?? '', issue.message.split(' '));
    case 'invalid_type':
      if (value === undefined) return { zh: `缺少“${key}”`, en: `“${key}” is missing` };
      return keySlip(value) ?? typeWording(issue.expected ?? '');
    case 'invalid_value':
      return choice((issue.values ?? []).map(String), value);
    case 'invalid_format':
      return issue.format === 'date' ? dateWording(value) : written(issue.pattern ?? '', value);
    case 'invalid_key':
      return issue.issues?.[0] ? issueWording(issue.issues[0], key) : issueWording({ ...issue, code: 'custom' }, key);
    case 'too_small':
      return { zh: '不能为空', en: 'may not be empty' };
    case 'too_big':
      return { zh: `过长，最多 ${issue.maximum ?? ''}`, en: `too long, ${issue.maximum ?? ''} at most` };
    case 'invalid_union':
      return unionWording(issue.errors ?? []);
    default:
      return customWording(issue.message);
  }
}

/** What may stand in place of a key that there is none of; keys near to it first. */
function keyWording(key: string, allowed: readonly string[]): Wording {
  const near = nearTo(key, allowed);
  const meant = near.length === 0 ? ['', ''] : [`疑为 ${near.join('、')}；`, ` Did you mean ${near.join(' or ')}?`];
  return {
    zh: `此处没有“${key}”，${meant[0]}可写 ${allowed.join('、')}`,
    en: `there is no “${key}” here.${meant[1]} There are ${allowed.join(', ')}`,
  };
}

/** A date that begins with its year is told in its form; of any other, the order is not ours to guess. */
function dateWording(value: unknown): Wording {
  const meant = isoDate(String(value));
  const instead = /^\d{4}-\d{2}-\d{2}$/.test(meant) && meant !== value ? meant : '2026-01-31';
  return instead === meant
    ? { zh: `“${String(value)}”请写 ${meant}`, en: `write ${meant} for “${String(value)}”` }
    : { zh: `“${String(value)}”不是日期，应如 ${instead}`, en: `“${String(value)}” is not a date like ${instead}` };
}

/** A key with a Chinese colon behind it is taken for a text: `A1：9`. */
function keySlip(value: unknown): Wording | null {
  const [, key] = typeof value === 'string' ? (/^([A-Za-z0-9][\w.-]*)：/.exec(value) ?? []) : [];
  return key === undefined
    ? null
    : {
        zh: `“${key}”后是中文冒号，请用英文冒号并空一格`,
        en: `a Chinese colon stands behind “${key}”: write an English one and a blank`,
      };
}

const TYPES: Record<string, Wording> = {
  string: { zh: '应为一个词或数', en: 'a word or a number is expected' },
  object: { zh: '应为带键的内容', en: 'keys with values are expected' },
  record: { zh: '应为带键的内容', en: 'keys with values are expected' },
  array: { zh: '应为列表', en: 'a list is expected' },
  int: { zh: '应为整数', en: 'a whole number is expected' },
  boolean: { zh: '应为 yes 或 no', en: 'yes or no is expected' },
};

const typeWording = (expected: string): Wording =>
  TYPES[expected] ?? { zh: `应为 ${expected}`, en: `${expected} is expected` };

function choice(values: readonly string[], value: unknown): Wording {
  const [near] = typeof value === 'string' ? nearTo(value, values) : [];
  const meant = near === undefined ? ['', ''] : [`，疑为 ${near}`, `: did you mean ${near}?`];
  return values.length < 2
    ? { zh: `应为 ${values.join('')}`, en: `it should be ${values.join('')}` }
    : {
        zh: `只能是 ${values.slice(0, -1).join('、')} 或 ${values.at(-1)}${meant[0]}`,
        en: `${orList(values)}${meant[1]}`,
      };
}

/** "exclude, full or zero". */
const orList = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** What a pattern is for is told by examples that it lets through. */
const NUMBERS = ['12', '0.5', '-3', '60%', '1/3'];
const NAMES = ['site-safety', 'C1.2', 'A01', '2026', '2026.1'];

/** A text that can only mean one thing that fits is told how to write it. */
function written(pattern: string, value: unknown): Wording {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
  const fits = (example: string): boolean => new RegExp(source, flags).test(example);
  const [text, half] = [String(value), halfWidth(String(value))];
  if (text !== half && fits(half))
    return { zh: `“${text}”中有全角字符，请写 ${half}`, en: `“${text}” has full-width characters: write ${half}` };
  return (isOfNumbers(fits) ? numberWording(text, fits) : null) ?? likeWording(fits);
}

const isOfNumbers = (fits: (example: string) => boolean): boolean => fits('12') && !fits('site-safety');

function numberWording(text: string, fits: (example: string) => boolean): Wording | null {
  const meant = numberMeant(text);
  if (meant === null) return null;
  if (fits(meant)) return { zh: `“${text}”应只写数：${meant}`, en: `“${text}” should be the number alone: ${meant}` };
  const unsigned = meant.replace(/^-/, '');
  return fits(unsigned)
    ? { zh: `“${text}”不要带负号，请写 ${unsigned}`, en: `“${text}” takes no sign: write ${unsigned}` }
    : null;
}

function likeWording(fits: (example: string) => boolean): Wording {
  const names = NAMES.filter(fits).slice(0, 2);
  const numbers = NUMBERS.filter(fits);
  if (names.includes('site-safety') && !fits('C1.2'))
    return {
      zh: '只能用小写字母、数字和连字符，以字母开头，如 site-safety',
      en: 'small letters, digits and hyphens alone, a letter first, like site-safety',
    };
  if (numbers.length === 0 || names.includes('site-safety'))
    return { zh: `应如 ${names.join('、')}`, en: `a name like ${names.join(' or ')}` };
  if (numbers.length === 1)
    return { zh: `应为不带符号的整数，如 ${numbers[0]}`, en: `a whole number like ${numbers[0]}` };
  return { zh: `应为数，如 ${numbers.join('、')}`, en: `a number like ${orList(numbers)}` };
}

/** None of the shapes is nearer than the others: what each of them lacks is what may be chosen from. */
function unionWording(branches: readonly Issue[][]): Wording {
  const lacking = branches.flatMap((issues) =>
    issues.flatMap(({ path, code }) => (path.length === 1 && code === 'invalid_type' ? [String(path[0])] : [])),
  );
  if (lacking.length > 0)
    return listed([...new Set(lacking)], (list) => ({ zh: `须写其中之一：${list.zh}`, en: `one of ${list.en}` }));
  const said = branches.flatMap(([first]) => (first ? [issueWording(first, '')] : []));
  return { zh: said.map(({ zh }) => zh).join('，或'), en: said.map(({ en }) => en).join(', or ') };
}

function listed(words: readonly string[], say: (list: Wording) => Wording): Wording {
  const quoted = words.map((word) => `“${word}”`);
  return say({ zh: quoted.join('、'), en: quoted.join(', ') });
}

/** The language's own conditions name keys: "one of: scale, step", "least, most or both". */
function customWording(message: string): Wording {
  const [, keys] = /^one of: (.+)$/.exec(message) ?? [];
  if (keys !== undefined) return { zh: `须写其中之一：${keys.replaceAll(', ', '、')}`, en: message };
  const zh = message.replaceAll(', ', '、').replace(' or both', ' 或两者都写').replace(' or ', ' 或 ');
  return { zh: `须写 ${zh}`, en: message };
}
