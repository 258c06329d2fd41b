import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readContent } from '@mofan/rubric/content';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import carried from '@mofan/rubric/rubrics/yueqing-2020.json' with { type: 'json' };
import { readYaml } from './read-yaml.ts';
import { writeYaml } from './write-yaml.ts';
import { YamlFault } from './yaml-fault.ts';
import { REASONS } from './yaml-reasons.ts';

const published = fs.readFileSync(path.join(import.meta.dirname, '../../../rubric/rubrics/yueqing-2020.yaml'), 'utf8');

const yamlFaultIn = (text: string): YamlFault | null => {
  try {
    readYaml(text);
    return null;
  } catch (error) {
    if (error instanceof YamlFault) return error;
    throw error;
  }
};
const faultOf = (text: string): string => yamlFaultIn(text)?.message ?? 'none';
const yamlFaultOf = (text: string): YamlFault => yamlFaultIn(text)!;
const require = createRequire(import.meta.url);

describe('a YAML text', () => {
  it('keeps every scalar as it was written, so that 1.10 is no 1.1 and 0.1 no float', () =>
    expect(readYaml('a: 1.10\nb: 0.1\nc: yes\nd: 2026-11-25').value).toEqual({
      a: '1.10',
      b: '0.1',
      c: 'yes',
      d: '2026-11-25',
    }));

  it('may be JSON, whose numbers and truths are its own', () =>
    expect(readYaml('{"a": 1, "b": [true, null]}').value).toEqual({ a: 1, b: [true, null] }));

  it('says where a value stands, or the nearest one around it, or an object by its id', () => {
    const { places } = readYaml('list:\n  - id: x\n    points: 3\n');
    expect(places.at(['list', 0, 'points'])).toEqual({ line: 3, column: 13 });
    expect(places.at(['list', 0, 'gone', 'deeper'])).toEqual({ line: 2, column: 5 });
    expect(places.ofId('x')).toEqual({ line: 2, column: 9 });
    expect(places.ofId('y')).toBeUndefined();
  });

  it('says where a line stands before an input that is called the same', () => {
    const { places } = readYaml('inputs: [{ id: x }]\nchildren:\n  - id: x\n');
    expect(places.ofId('x')).toEqual({ line: 3, column: 9 });
  });

  it('says where words stand, in the line that they belong to before elsewhere', () => {
    const { places } = readYaml(
      'id: all\nchildren:\n  - { id: a, from: score }\n  - { id: b, from: score }\nsteps: [score]\n',
    );
    expect(places.ofText('score', 'b')).toEqual({ line: 4, column: 20 });
    expect(places.ofText('score', 'all')).toEqual({ line: 5, column: 9 });
    expect(places.ofText('score', 'gone')).toEqual({ line: 3, column: 20 });
    expect(places.ofText('none', 'a')).toBeUndefined();
  });

  it.each([
    ['a: [1, 2', '1:9: not valid YAML'],
    ['a: 1\na: 2', '2:1: not valid YAML'],
    ['', '1:1: the file is empty'],
    ['a: 1\n---\nb: 2', '3:1: more than one document'],
    ['a: !!js/function "() => 1"', '1:4: not valid YAML'],
    ['a: &x [1, *x]', '1:11: *x refers to itself'],
    ['a: *nowhere', '1:4: there is no &nowhere'],
  ])('that reads %j is refused, at %s', (text, fault) => expect(faultOf(text)).toContain(fault));
});

describe('what the YAML library refuses is told in Chinese', () => {
  const declared = fs.readFileSync(path.join(path.dirname(require.resolve('yaml')), 'errors.d.ts'), 'utf8');
  const codes = [.../type ErrorCode = (.+);/.exec(declared)![1]!.matchAll(/'([A-Z0-9_]+)'/g)].map(([, code]) => code!);

  it('whatever code it has', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(Object.keys(REASONS).toSorted()).toEqual(codes.toSorted());
    for (const reason of Object.values(REASONS)) expect(reason).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ["a: 'x", '1:6', '单引号没有关上'],
    ['a: "x', '1:6', '双引号没有关上'],
    ['a: [1, 2', '1:9', '方括号没有关上'],
    ['a: { b: 1', '1:10', '花括号没有关上'],
    ['a: { b: 1 c: 2 }', '1:9', '花括号、方括号中缺少逗号，或多了一个冒号'],
    ['a:\n\tb: 1', '2:1', '缩进用了制表符（Tab），请改用空格'],
    ['a:\n  b: 1\n c: 2', '3:1', '缩进不齐：同一级的各行必须对齐'],
    ['a: b: c', '1:4', '缩进不齐，或一行中有两个“键: 值”；文字中有冒号时要加引号'],
    ['a: 1\nb', '2:1', '这一行缺少冒号，或冒号后缺少空格'],
    ['a: "\\d"', '1:5', '双引号中的反斜杠有误，请改用单引号'],
    ['a: %b', '1:4', '文字不能以这个符号开头，请加引号'],
    ['a: !x y', '1:4', '以 ! 开头的标记无法识别；文字以 ! 开头时要加引号'],
  ])('%j at %s', (text, place, zh) => {
    const fault = yamlFaultOf(text);
    expect([`${fault.line}:${fault.column}`, fault.zh]).toEqual([place, `不是有效的 YAML：${zh}`]);
  });
});

describe('a sign of a Chinese keyboard in the place of one of YAML is named as such, where it stands', () => {
  it.each([
    ['a: 1\npoints：15\nb: 2', '2:7', '“：”是中文冒号，请用英文冒号并空一格'],
    ['- { id: a，title: x }', '1:10', '“，”是中文逗号，请用英文逗号'],
    ['a: [{ id：a, b: 1 }]\nc', '1:9', '“：”是中文冒号，请用英文冒号并空一格'],
    ['a: 1\nb: ｛ c: 1 }', '2:4', '“｛”是全角花括号，请用英文花括号'],
    ['units:\n  内科：\n    a: 1', '2:5', '“：”是中文冒号，请用英文冒号并空一格'],
    ['a: { b: 1｝\nc: 2', '1:10', '“｝”是全角花括号，请用英文花括号'],
  ])('%j at %s', (text, place, zh) => {
    const fault = yamlFaultOf(text);
    expect([`${fault.line}:${fault.column}`, fault.zh]).toEqual([place, `不是有效的 YAML：${zh}`]);
  });

  it('and one in a text is not', () => {
    expect(readYaml('a: 甲，乙：丙｛丁｝').value).toEqual({ a: '甲，乙：丙｛丁｝' });
    expect(yamlFaultOf("a: '甲，b: 乙'\nc").zh).toBe('不是有效的 YAML：这一行缺少冒号，或冒号后缺少空格');
    expect(yamlFaultOf('a: 甲，A：乙\nc').zh).toBe('不是有效的 YAML：这一行缺少冒号，或冒号后缺少空格');
  });
});

describe('what is valid YAML and yet no key that anybody writes is refused, where it stands', () => {
  it.each([
    ['a: { A1：9 }', '1:8', '“：”是中文冒号，请用英文冒号并空一格'],
    ['a: { 内科：9, b: 1 }', '1:8', '“：”是中文冒号，请用英文冒号并空一格'],
    ['a: 1\nattributes：{ class: x }', '2:11', '“：”是中文冒号，请用英文冒号并空一格'],
    ['a: { visits: 45,000, b: 1 }', '1:14', '“45,000”应只写数：45000'],
    ['a: { visits: 1,234,567 }', '1:14', '“1,234,567”应只写数：1234567'],
  ])('%j at %s', (text, place, zh) => {
    const fault = yamlFaultOf(text);
    expect([`${fault.line}:${fault.column}`, fault.zh]).toEqual([place, zh]);
  });

  it.each([['一组：甲: 1'], ['"A：x": 1'], ['a: [45,000]'], ['a: { b: 45, 000: 1 }'], ['a: B1：论文']])(
    'and %j is not',
    (text) => expect(yamlFaultIn(text)).toBeNull(),
  );
});

describe('a hostile text is refused before it costs anything', () => {
  const bomb = ['a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]']
    .concat(
      'bcdefghi'.split('').map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[n]}`).join(',')}]`),
    )
    .join('\n');

  it.each([
    ['a bomb of aliases', bomb, 'too many aliases'],
    ['brackets without end', '['.repeat(100_000), 'nested too deeply'],
    ['lists in lists without end', '- '.repeat(100_000), 'nested too deeply'],
    ['ten megabytes of nonsense', 'x'.repeat(10_000_000), 'longer than'],
    ['half a megabyte of nonsense', ': & * ! '.repeat(60_000), 'too many parts'],
    ['a line of full-width braces', `a: ${'：｛{}'.repeat(40_000)}\nb`, 'not valid YAML'],
    ['a tenth of it', ': & * ! '.repeat(12_000), 'not valid YAML'],
  ])('%s', (_, text, fault) => expect(faultOf(text)).toContain(fault), 5_000);

  it('whatever it is: a value or a fault that says where', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:- \n[]{}&*!"\'#|>%,1'), maxLength: 60 }), (text) => {
        expect(['none', '1'].some((start) => faultOf(text).startsWith(start)) || /^\d+:\d+: /.test(faultOf(text))).toBe(
          true,
        );
      }),
    ));
});

describe('the published table', () => {
  it('is the content that programs carry', () =>
    expect(readContent(readYaml(published).value).rubric).toEqual(carried));

  it('is the same after it was written anew', () =>
    expect(readContent(readYaml(writeYaml(carried)).value)).toEqual(readContent(carried)));
});
