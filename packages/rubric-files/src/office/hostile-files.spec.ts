import { randomBytes } from 'node:crypto';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { importOutline } from '../import/outline-of.ts';
import { OfficeFileError } from './office-file-error.ts';
import { documentXml, rawDocx, zipOf } from './zip-bytes.fixture.ts';

const SECONDS = 2;
const MEGABYTES = 250;

/** The error that a file is refused with; fails when that takes too long or too much memory. */
async function refusal(bytes: Uint8Array): Promise<OfficeFileError> {
  const before = { time: performance.now(), memory: process.memoryUsage().rss };
  const error = await importOutline(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(performance.now() - before.time).toBeLessThan(SECONDS * 1000);
  expect(process.memoryUsage().rss - before.memory).toBeLessThan(MEGABYTES * 1_000_000);
  if (!(error instanceof OfficeFileError)) throw new Error(`not refused, but ${String(error)}`);
  return error;
}

const refusedWith = async (bytes: Uint8Array): Promise<string> => (await refusal(bytes)).code;

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Sheet1'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Elements that differ, so that they do not pack like a bomb. */
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `<w:p w:id="${n}"/>`).join('');

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);

describe('what is no office file', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['ten megabytes of nonsense', randomBytes(10_000_000), 'file.not-office'],
    [
      'nonsense that begins like a zip',
      Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(10_000_000)]),
      'file.cut-short',
    ],
    ['a zip of something else', zipOf([{ name: 'readme.txt', data: 'hello' }]), 'file.not-office'],
    ['half a file', rawDocx(documentXml('')).subarray(0, 200), 'file.cut-short'],
  ])('refuses %s', async (_, bytes, code) => expect(await refusedWith(bytes)).toBe(code));

  it('tells an old file from an encrypted one, which share a container', async () => {
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(1000)]);
    const encrypted = Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect([await refusedWith(container), await refusedWith(encrypted)]).toEqual(['file.legacy', 'file.encrypted']);
  });

  it('refuses more than 20 megabytes', async () =>
    expect(await refusedWith(Buffer.concat([Buffer.from('PK\x03\x04'), zeros(21)]))).toBe('file.too-large'));
});

describe('zips', () => {
  const document = documentXml('');

  it.each([
    ['a part of 60 megabytes', rawDocx(zeros(60))],
    ['a part that inflates a thousandfold', rawDocx(zeros(5))],
    ['a part that is 40 megabytes longer than it says', lying(40)],
    ['parts that are too large together', rawDocx(document, spread(3, 45_000_000))],
    ['too many parts', rawDocx(document, spread(1000, 1))],
  ])('refuses %s', async (_, bytes) => expect(await refusedWith(bytes)).toBe('file.zip-bomb'));

  it('refuses an encrypted part', async () => {
    const bytes = rawDocx(document, [{ name: 'word/styles.xml', data: '', flags: 1 }]);
    expect(await refusedWith(bytes)).toBe('file.encrypted');
  });

  it.each(['inner.zip', 'word/embeddings/Sheet1.xlsx'])('refuses %s inside', async (name) => {
    const error = await refusal(rawDocx(document, [{ name, data: 'PK' }]));
    expect([error.code, error.place]).toEqual(['file.nested', name]);
  });

  it.each(['../outside.xml', '/etc/passwd', 'word/document.xml'])('refuses a further part named %s', async (name) =>
    expect(await refusedWith(rawDocx(document, [{ name, data: '' }]))).toBe('file.malformed'),
  );
});

describe('XML', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

  it.each([
    ['a billion laughs', `<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]><d>&l9;</d>`],
    ['an entity from outside', '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&f;</d>'],
    ['a DOCTYPE alone', '<!DOCTYPE d><d/>'],
  ])('refuses %s', async (_, xml) => expect(await refusedWith(rawDocx(xml))).toBe('file.entities'));

  it.each([
    ['hundreds of thousands of elements', documentXml(numbered(300_000)), 'file.too-large'],
    ['elements a thousand deep', documentXml('<w:p>'.repeat(1000)), 'file.too-large'],
    ['an entity that nobody declared', documentXml('<w:p>&boom;</w:p>'), 'file.malformed'],
    ['a text that ends too early', documentXml('<w:p>').slice(0, -20), 'file.malformed'],
    ['bytes that are no text', Buffer.from([0x3c, 0x61, 0xff, 0xfe]), 'file.malformed'],
  ])('refuses %s', async (_, xml, code) => expect(await refusedWith(rawDocx(xml))).toBe(code));
});

describe('what is active', () => {
  const macros = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

  it.each([
    ['macros', rawDocx(documentXml(''), [{ name: 'word/vbaProject.bin', data: '' }]), 'file.macros'],
    ['the content type of macros', rawDocx(documentXml(''), [], macros), 'file.macros'],
    [
      'links to other workbooks',
      rawDocx('', [{ name: 'xl/externalLinks/externalLink1.xml', data: '' }]),
      'file.external-links',
    ],
  ])('refuses %s', async (_, bytes, code) => expect(await refusedWith(bytes)).toBe(code));
});

describe('tables beyond measure', () => {
  it('refuses a sheet whose last cell is the last there is', async () =>
    expect(await refusedWith(await workbook((sheet) => void (sheet.getCell('XFD1048576').value = 1)))).toBe(
      'file.too-large',
    ));

  it('refuses a cell a billion columns wide', async () => {
    const cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc>';
    expect(await refusedWith(rawDocx(documentXml(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`)))).toBe('file.too-large');
  });

  it('takes a merge of the whole sheet for one of the used cells', async () => {
    const bytes = await workbook((sheet) => {
      sheet.getCell('A1').value = '只有一格';
      sheet.mergeCells('A1:Z100');
    });
    expect(await refusedWith(bytes)).toBe('file.no-table');
  });
});

describe('texts made to keep a reader busy', () => {
  const cell = (text: string) =>
    `<w:tc><w:p><w:r>${text
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${line}</w:t><w:br/>`)
      .join('')}</w:r></w:p></w:tc>`;
  const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
  const table = (...rows: string[]) =>
    rawDocx(documentXml(`<w:tbl>${row('项目', '考核内容', '分值', '备注')}${rows.join('')}</w:tbl><w:p/>`));

  it.each([
    '（1分',
    '( ',
    ' ',
    '（1分）  ',
    '；',
    '1.甲；',
    '每甲扣',
    '扣1-1',
    '12',
    '一',
    '表（',
    '1.\n',
    '①\n',
    '8分\n',
  ])('is done within two seconds with %j over and over', async (piece) => {
    const text = `1.${piece.repeat(30_000 / piece.length)}x`;
    const rows = Array.from({ length: 20 }, (_, n) => row(`项目${n}`, text, text, text));
    const started = performance.now();
    await importOutline(table(...rows)).catch((error: unknown) => expect(error).toBeInstanceOf(OfficeFileError));
    expect(performance.now() - started).toBeLessThan(SECONDS * 1000);
  });

  it('refuses more criteria than a table can have', async () => {
    const many = row('甲', Array.from({ length: 5001 }, (_, n) => `${(n % 900) + 1}.乙（1分）`).join('\n'), '', '');
    expect(await refusedWith(table(many))).toBe('file.too-large');
  });
});

/** A part whose headers hide how much it inflates to. */
function lying(megabytes: number): Buffer {
  return zipOf([{ name: '_rels/.rels', data: zeros(megabytes), declared: 1000 }]);
}

/** Parts that are small in the file and, their headers say, large beyond it. */
function spread(count: number, declared: number) {
  const declaredCompressed = Math.ceil(declared / 10);
  return Array.from({ length: count }, (_, n) => ({ name: `media/${n}.png`, data: '', declared, declaredCompressed }));
}
