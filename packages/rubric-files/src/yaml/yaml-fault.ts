/** Text that cannot be used, with the place where: line and column count from 1. */
export class YamlFault extends Error {
  override readonly name = 'YamlFault';

  constructor(
    readonly line: number,
    readonly column: number,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${line}:${column}: ${en}`);
  }
}
