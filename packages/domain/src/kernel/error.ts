/**
 * A broken rule. `code` is a stable key (`incident.not-recorded`), `details` are the values a message may show.
 * Never put a person's name or free text into `details`: it may be logged.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
