/** Something newer was asked of the same subject: what was asked before has no answer any more. */
export class Superseded extends Error {}

interface Run<Result> {
  question: string;
  stop: AbortController;
  answer: Promise<Result>;
  waiting: number;
}

/**
 * One run per subject at a time. Those who ask the same share it, a newer question ends it, and it ends when the last
 * of those who wait for it has left.
 */
export class LatestRun<Result> {
  private readonly runs = new Map<string, Run<Result>>();

  /** Throws `Superseded`, what `start` throws, or the reason of `left`. */
  async of(
    subject: string,
    question: string,
    start: (signal: AbortSignal) => Promise<Result>,
    left: AbortSignal,
  ): Promise<Result> {
    let run = this.runs.get(subject);
    if (run?.question !== question) {
      run?.stop.abort(new Superseded());
      run = this.begin(subject, question, start);
    }
    const shared = run;
    shared.waiting += 1;
    const leave = () => {
      shared.waiting -= 1;
      if (shared.waiting === 0) shared.stop.abort(left.reason);
    };
    left.addEventListener('abort', leave, { once: true });
    try {
      return await shared.answer;
    } finally {
      left.removeEventListener('abort', leave);
    }
  }

  private begin(subject: string, question: string, start: (signal: AbortSignal) => Promise<Result>): Run<Result> {
    const stop = new AbortController();
    const answer = start(stop.signal).finally(() => {
      if (this.runs.get(subject) === run) this.runs.delete(subject);
    });
    const run = { question, stop, answer, waiting: 0 };
    this.runs.set(subject, run);
    return run;
  }
}
