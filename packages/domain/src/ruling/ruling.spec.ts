import { describe, expect, it } from 'vitest';
import { scenario } from '../kernel/scenario.ts';
import { RulingCommand, type RulingEvent } from './messages.ts';
import { ruling } from './ruling.ts';

const rubricHash = 'b'.repeat(64);
const given = scenario(ruling, { today: '2026-03-01', proposed: new Set(['A01', 'A02', 'A12']) });
const sign = (...rulings: string[]) => ({ type: 'SignRulings', rubricHash, rulings }) satisfies RulingCommand;
const signed = (...rulings: string[]) =>
  ({ type: 'RulingsSigned', rubricHash, rulings, signedOn: '2026-03-01' }) satisfies RulingEvent;

describe('rulings 解释口径', () => {
  it('have a stream per rubric version', () => expect(ruling.stream(sign('A01'))).toBe(`rulings-${rubricHash}`));
  it('are signed on the business date', () => given().when(sign('A01', 'A12')).then(signed('A01', 'A12')));
  it('are signed one after the other', () => given(signed('A01')).when(sign('A12')).then(signed('A12')));
  it('are signed once each: only the new ones are', () =>
    given(signed('A01')).when(sign('A01', 'A02')).then(signed('A02')));
  it('named twice are signed once', () => given().when(sign('A01', 'A01')).then(signed('A01')));
  it('signed already are a harmless repetition', () => given(signed('A01', 'A02')).when(sign('A02', 'A01')).then());
  it('that nobody proposed cannot be signed', () => given().when(sign('A01', 'A99')).thenRejected('ruling.unknown'));
  it.each([[[]], [['a01']], [['A1']], [['第一条']]])('are named as the table names them, never %j', (rulings) =>
    expect(RulingCommand.safeParse({ type: 'SignRulings', rubricHash, rulings }).success).toBe(false),
  );
});
