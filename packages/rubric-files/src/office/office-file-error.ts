import type { Wording } from '@mofan/rubric/explain/wording';

const SENTENCES = {
  'file.empty': { zh: '是空文件，没有任何内容', en: 'the file is empty: there is nothing in it' },
  'file.not-office': {
    zh: '不是 .docx 或 .xlsx 文件（只改扩展名不行），请用 Word、Excel 或 WPS 打开后另存为 .docx 或 .xlsx',
    en: 'not a .docx or .xlsx file, whatever its name says: open it in Word, Excel or WPS and save it as .docx or .xlsx',
  },
  'file.cut-short': {
    zh: '文件不完整，可能没有下载或复制完，请重新取得',
    en: 'the file is not whole, it may have been cut short on its way: get it again',
  },
  'file.legacy': {
    zh: '是旧版 .doc 或 .xls 文件，请打开后另存为 .docx 或 .xlsx',
    en: 'an old .doc or .xls file: open it and save it as .docx or .xlsx',
  },
  'file.too-large': { zh: '文件过大', en: 'the file is too large' },
  'file.zip-bomb': { zh: '解压后过大，拒绝打开', en: 'it inflates beyond all measure and is not opened' },
  'file.nested': {
    zh: '内含其他压缩包或文件，请删除后重试',
    en: 'it holds another archive or file: remove that first',
  },
  'file.encrypted': { zh: '文件已加密，请去除密码', en: 'the file is encrypted: remove the password' },
  'file.entities': {
    zh: '含有 DOCTYPE 或实体定义，拒绝打开',
    en: 'it declares a DOCTYPE or entities and is not opened',
  },
  'file.malformed': { zh: '文件已损坏', en: 'the file is damaged' },
  'file.macros': { zh: '含有宏，请另存为不含宏的文件', en: 'it holds macros: save it without them' },
  'file.external-links': {
    zh: '引用了其他工作簿，请断开链接',
    en: 'it draws on other workbooks: break the links',
  },
  'file.no-rows': {
    zh: '表头之下没有内容，请先逐条填写',
    en: 'nothing stands below the headings: fill in the lines first',
  },
  'file.no-table': { zh: '没有找到考核指标表', en: 'no assessment table was found' },
} satisfies Record<string, Wording>;

export type OfficeFileErrorCode = keyof typeof SENTENCES;

/**
 * A file that is not read. `code` is stable; `place` names where the fault stands: a cell (`Sheet1!C5`), a part of the
 * package, or '' for the file as a whole; `zh` and `en` are whole sentences for people.
 */
export class OfficeFileError extends Error {
  override readonly name = 'OfficeFileError';
  readonly zh: string;
  readonly en: string;

  constructor(
    readonly code: OfficeFileErrorCode,
    readonly place: string,
  ) {
    const { zh, en } = SENTENCES[code];
    super(`${code} at ${place || 'file'}: ${en}`);
    this.zh = place === '' ? zh : `${place} ${zh}`;
    this.en = place === '' ? en : `${place} ${en}`;
  }
}
