import type { Problem } from '@mofan/contracts/wire';

/** What the server refused or failed at, by its stable `code`. `body` is the answer as it came. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: Record<string, string | number>;
  readonly issues: readonly { path: string; message: string }[];

  constructor(
    status: number,
    problem: Partial<Problem>,
    readonly body: unknown = problem,
  ) {
    super(problem.code ?? `http.${status}`);
    this.status = status;
    this.code = problem.code ?? `http.${status}`;
    this.detail = problem.detail ?? problem.title ?? `HTTP ${status}`;
    this.details = problem.details ?? {};
    this.issues = problem.issues ?? [];
  }
}

/** The problem in an answer that may not be one: a proxy in between answers with its own pages. */
export const problemOf = (status: number, text: string): ProblemError => {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return new ProblemError(status, body as Partial<Problem>, body);
  } catch {
    // not JSON
  }
  return new ProblemError(status, {});
};

/** Nothing came back at all: the way to the server is broken. */
export const unreachable = () => new ProblemError(0, { code: 'web.unreachable' });

export const hasCode = (error: unknown, code: string): boolean => error instanceof ProblemError && error.code === code;
