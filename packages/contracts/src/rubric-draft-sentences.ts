type Sentences = Readonly<Record<string, { zh: string; en: string }>>;

/** Why an office file was not read, by the reader's own codes; the reader says the rest in its own words. */
export const RUBRIC_FILE_FAULTS = [
  'empty',
  'not-office',
  'cut-short',
  'legacy',
  'too-large',
  'zip-bomb',
  'nested',
  'encrypted',
  'entities',
  'malformed',
  'macros',
  'external-links',
  'no-rows',
  'no-table',
] as const;

const fileSentences: Sentences = Object.fromEntries(
  RUBRIC_FILE_FAULTS.map((fault) => [
    `rubric-file.${fault}`,
    { zh: '文件不能读：{zh}。', en: 'The file cannot be read: {en}.' },
  ]),
);

/** What people read when a table in the making, or the file that it was to come from, is refused. */
export const rubricDraftSentences: Sentences = {
  'rubric-draft.unknown': { zh: '没有这份草稿。', en: 'There is no such draft.' },
  'rubric-draft.already-drafted': { zh: '这份草稿已经建立。', en: 'The draft exists already.' },
  'rubric-draft.is-published': {
    zh: '这份草稿已经发布，不能再改。',
    en: 'The draft was published and stays as it is.',
  },
  'rubric-draft.is-discarded': { zh: '这份草稿已经作废。', en: 'The draft was discarded.' },
  'rubric-draft.revised-meanwhile': {
    zh: '草稿已被改动，请看过新的内容再办。',
    en: 'The draft was revised meanwhile; look at it again.',
  },
  'rubric-draft.text-fault': {
    zh: '第 {line} 行第 {column} 列：{zh}。',
    en: 'Line {line}, column {column}: {en}.',
  },
  'rubric-draft.unsound': {
    zh: '表还不能计分：{place}（{fault}）。',
    en: 'The table cannot be computed: {fault} at {place}.',
  },
  'rubric-draft.unchecked': {
    zh: '检查没有在限定的时间和内存之内完成，表中有什么问题还不清楚。请稍后再看，或把表改小。',
    en: 'The check did not finish within its limits of time and memory, so nobody knows what it would find. Look again later, or make the table smaller.',
  },
  'rubric-draft.errors-open': {
    zh: '还有 {count} 处矛盾没有解决，如 {line}。',
    en: '{count} contradictions are open, e.g. at {line}.',
  },
  'rubric-draft.rulings-unsigned': {
    zh: '还有 {count} 条口径没有签发，如 {ruling}。',
    en: '{count} rulings wait for a signature, e.g. {ruling}.',
  },
  'rubric-draft.version-taken': {
    zh: '{id} 已有 {version} 版，请改版本号。',
    en: 'Version {version} of {id} exists already: change the version.',
  },
  'rubric-check.too-long': {
    zh: '检查这张表超过了 {seconds} 秒，已停止，没有写入任何内容。请稍后再试，或把表改小。',
    en: 'Checking this table took longer than {seconds} seconds and was stopped; nothing was written. Try later, or make it smaller.',
  },
  'rubric-check.too-large': {
    zh: '检查这张表需要的内存超过 {megabytes} MB，已停止，没有写入任何内容。请把表改小。',
    en: 'Checking this table needs more than {megabytes} MB and was stopped; nothing was written. Make it smaller.',
  },
  'rubric-check.left': { zh: '页面已离开，检查随之停止。', en: 'The page was left, so the check was stopped.' },
  'rubric-file.not-a-table': {
    zh: '只接受 .docx、.xlsx 和 .yaml 文件。',
    en: 'Only .docx, .xlsx and .yaml files are taken.',
  },
  ...fileSentences,
};
