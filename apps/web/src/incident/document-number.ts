/** 发文字号 as GB/T 9704 writes it: 乐市政党〔2020〕5号. The contract holds the same form. */
const form = /^[\p{Script=Han}]{2,8}〔\d{4}〕[1-9]\d{0,4}号$/u;

/** What people type, in the standard's brackets: no spaces, no 第, no leading zeros, digits half-width. */
export const normalised = (typed: string): string =>
  typed
    .replace(/\s/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[[［【(（〈《]/g, '〔')
    .replace(/[\]］】)）〉》]/g, '〕')
    .replace(/〕第?0*(?=\d)/, '〕');

export const isDocumentNumber = (text: string): boolean => form.test(text);
