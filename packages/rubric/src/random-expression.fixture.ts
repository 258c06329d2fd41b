import fc from 'fast-check';

/**
 * Expressions over the names given: numbers that are surely there, and conditions. Written without brackets as often
 * as with them, so that what binds tighter is asked too. Nothing is divided by what may be zero.
 */
export function randomExpressions(numbers: readonly string[], conditions: readonly string[]) {
  const { number, truth } = fc.letrec<{ number: string; truth: string }>((tie) => {
    const literal = fc.constantFrom('0', '1', '2', '3', '0.5', '7', '10', '12.5%', '30%');
    const divisor = fc.constantFrom('2', '3', '7', '0.5', '25%');
    const name = fc.constantFrom(...numbers);
    const leaf = fc.oneof(literal, name);
    const deeper = <T>(...choices: fc.Arbitrary<T>[]) => fc.oneof({ maxDepth: 3, depthSize: 'small' }, ...choices);
    const number = tie('number');
    const truth = tie('truth');
    const pair = fc.tuple(number, number);
    return {
      number: deeper(
        leaf,
        fc.tuple(number, fc.constantFrom('+', '-'), number).map(([a, sign, b]) => `${a} ${sign} ${b}`),
        fc.tuple(leaf, leaf).map(([a, b]) => `${a} * ${b}`),
        fc.tuple(number, divisor).map(([a, b]) => `${a} / ${b}`),
        number.map((a) => `(${a})`),
        number.map((a) => `-(${a})`),
        leaf.map((a) => `-${a}`),
        pair.map(([a, b]) => `min(${a}, ${b})`),
        pair.map(([a, b]) => `max(${a}, ${b})`),
        fc.tuple(truth, number, number).map(([holds, a, b]) => `if(${holds}, ${a}, ${b})`),
      ),
      truth: deeper(
        fc.constantFrom(...conditions),
        fc.tuple(number, fc.constantFrom('<', '<=', '=', '!=', '>=', '>'), number).map((parts) => parts.join(' ')),
        fc.tuple(truth, fc.constantFrom('and', 'or'), truth).map((parts) => parts.join(' ')),
        truth.map((a) => `not ${a}`),
        truth.map((a) => `(${a})`),
      ),
    };
  });
  const short = (text: string) => text.length <= 300;
  return { number: number.filter(short), truth: truth.filter(short) };
}
