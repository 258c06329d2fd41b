import { describe, expect, it } from 'vitest';
import { isDocumentNumber, normalised } from './document-number.ts';

describe('normalised', () => {
  it.each([
    ['演纪[2025]7号', '演纪〔2025〕7号'],
    ['演纪【２０２５】第07号', '演纪〔2025〕7号'],
    ['演纪 （2025） 7 号', '演纪〔2025〕7号'],
    ['演纪〔2025〕7号', '演纪〔2025〕7号'],
  ])('writes %s as %s', (typed, standard) => expect(normalised(typed)).toBe(standard));
});

describe('isDocumentNumber', () => {
  it('takes the standard form', () => expect(isDocumentNumber('乐市政党〔2020〕5号')).toBe(true));
  it.each(['演纪[2025]7号', '张三违纪〔2025〕7', '关于某某同志的处分', '演〔2025〕7号', '演纪〔2025〕0号'])(
    'refuses %s',
    (text) => expect(isDocumentNumber(text)).toBe(false),
  );
});
