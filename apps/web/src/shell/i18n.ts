import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from '../language/zh.ts';
import { store, stored } from './stored.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
    returnNull: false;
  }
}

export type Language = 'zh' | 'en';

/** Chinese comes with the page, English on demand. */
export const speak = async (language: Language) => {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('../language/en.ts');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  store('language', language);
};

export const startLanguage = async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    // React escapes already
    interpolation: { escapeValue: false },
  });
  if (stored('language') === 'en') await speak('en').catch(() => undefined);
};
