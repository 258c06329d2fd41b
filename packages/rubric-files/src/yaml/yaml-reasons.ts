import type { YAMLError } from 'yaml';
import type { Wording } from '@mofan/rubric/explain/wording';

type Code = YAMLError['code'];

/** What each code of the YAML library says, for whoever writes a table and knows nothing of YAML. */
export const REASONS: Readonly<Record<Code, string>> = {
  ALIAS_PROPS: '引用（*）前后不能再写标记',
  BAD_ALIAS: '引用（*）或锚点（&）的名称有误',
  BAD_COLLECTION_TYPE: '标记（!）与其后的内容不符',
  BAD_DIRECTIVE: '以 % 开头的行有误；文字以 % 开头时要加引号',
  BAD_DQ_ESCAPE: '双引号中的反斜杠有误，请改用单引号',
  BAD_INDENT: '缩进不齐：同一级的各行必须对齐',
  BAD_PROP_ORDER: '锚点（&）和标记（!）的位置有误',
  BAD_SCALAR_START: '文字不能以这个符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '缩进不齐，或一行中有两个“键: 值”；文字中有冒号时要加引号',
  BLOCK_IN_FLOW: '花括号、方括号中缺少逗号，或多了一个冒号',
  DUPLICATE_KEY: '同一个键写了两次',
  IMPOSSIBLE: '无法读懂',
  KEY_OVER_1024_CHARS: '冒号前的键过长',
  MISSING_CHAR: '缺少符号',
  MULTILINE_IMPLICIT_KEY: '这一行缺少冒号，或冒号后缺少空格',
  MULTIPLE_ANCHORS: '一处只能有一个锚点（&）',
  MULTIPLE_DOCS: '文件中有不止一份内容',
  MULTIPLE_TAGS: '一处只能有一个标记（!）',
  NON_STRING_KEY: '键必须是文字',
  RESOURCE_EXHAUSTION: '内容过于繁杂',
  TAB_AS_INDENT: '缩进用了制表符（Tab），请改用空格',
  TAG_RESOLVE_FAILED: '以 ! 开头的标记无法识别；文字以 ! 开头时要加引号',
  UNEXPECTED_TOKEN: '此处有多余的符号',
};

/** Where one code stands for several slips, the one that the words of the library tell. */
const CLOSER: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing '/, '单引号没有关上'],
  [/^Missing closing "/, '双引号没有关上'],
  [/^Missing space after :/, '冒号后缺少空格'],
  [/^Missing , /, '花括号、方括号中缺少逗号'],
  [/end with a ]$/, '方括号没有关上'],
  [/end with a }$/, '花括号没有关上'],
  [/^Sequence item without -/, '缩进不齐，或列表中的一项缺少开头的“- ”'],
  [/^Implicit map keys need to be followed/, '这一行缺少冒号，或冒号后缺少空格'],
  [/^Comments must be separated/, '# 前面要有空格'],
];

/** Why a text is no YAML, in both languages; the English is the library's own. */
export function yamlReason({ code, message }: Pick<YAMLError, 'code' | 'message'>): Wording {
  const en = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  return { zh: CLOSER.find(([words]) => words.test(en))?.[1] ?? REASONS[code], en };
}
