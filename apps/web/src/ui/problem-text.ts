import { problemSentence } from '@mofan/contracts/problem-sentences';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../http/problem.ts';

/** The sentence for an error: by its stable code in the language of the page, or else what the server itself says. */
export const useProblemText = (error: unknown): { text: string; code: string } => {
  const { t, i18n } = useTranslation();
  if (!(error instanceof ProblemError)) return { text: t('problem.web.unexpected'), code: 'web.unexpected' };
  const { code, details, detail, issues } = error;
  const own = `problem.${code}`;
  const text = i18n.exists(own)
    ? t(own as 'problem.web.unexpected')
    : (problemSentence(code, i18n.language === 'en' ? 'en' : 'zh', details) ?? detail);
  const fields = issues.map(({ path, message }) => `${path} ${message}`).join('; ');
  return { text: fields ? `${text} (${fields})` : text, code };
};
