import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

const stored = 'director.language';

function preferred(): Language {
  const chosen = localStorage.getItem(stored) ?? navigator.language;
  return chosen.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** Russian is loaded when it is asked for; English is the ground it falls back to. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'ru' && !i18next.hasResourceBundle('ru', 'translation')) {
    const { ru } = await import('./ru');
    i18next.addResourceBundle('ru', 'translation', ru);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(stored, language);
  await setLanguage(language);
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await setLanguage(preferred());
}
