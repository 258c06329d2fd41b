export type Verdict = 'ok' | 'warn' | 'fail';

export interface Finding {
  verdict: Verdict;
  zh: string;
  en: string;
}

export const ok = (zh: string, en: string): Finding => ({ verdict: 'ok', zh, en });
export const warn = (zh: string, en: string): Finding => ({ verdict: 'warn', zh, en });
export const fail = (zh: string, en: string): Finding => ({ verdict: 'fail', zh, en });
