/** Something the operator can put right, said to them in both languages; it ends the command without a stack trace. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly zh: string,
    readonly en: string,
    readonly exitCode = 1,
  ) {
    super(en);
  }
}
