import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { chooseLanguage } from '@/i18n';

/** Guests have no settings: the other language is one press away. */
export function LanguageButton() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'ru' ? 'en' : 'ru';
  return (
    <Button look="ghost" compact lang={other} onClick={() => void chooseLanguage(other)}>
      {other === 'ru' ? 'Русский' : 'English'}
    </Button>
  );
}
