import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/requests/get-me';
import { Segmented } from '@/components/Segmented';
import { chooseLanguage, type Language } from '@/i18n';
import { usePreferences, type Theme } from '@/state/preferences';
import { NameForm } from './NameForm';

export default function ProfilePage() {
  const { t, i18n } = useTranslation();
  const me = useQuery(meQuery()).data;
  const { theme, setTheme } = usePreferences();
  return (
    <>
      <h1>{t('settings.profile')}</h1>
      {me && <NameForm key={me.user.name} name={me.user.name} />}
      {me && (
        <dl className="facts">
          <dt>{t('account.email')}</dt>
          <dd>{me.user.email}</dd>
          <dt>{t('setup.workspace')}</dt>
          <dd>{me.workspaces.map((workspace) => workspace.name).join(', ')}</dd>
        </dl>
      )}
      <div className="profile-choice">
        <span>{t('settings.theme')}</span>
        <Segmented<Theme>
          label={t('settings.theme')}
          value={theme}
          onChange={setTheme}
          options={(['dark', 'light', 'system'] as const).map((value) => ({ value, text: t(`settings.themes.${value}`) }))}
        />
      </div>
      <div className="profile-choice">
        <span>{t('settings.language')}</span>
        <Segmented<Language>
          label={t('settings.language')}
          value={i18n.language as Language}
          onChange={(language) => void chooseLanguage(language)}
          options={[
            { value: 'en', text: 'English' },
            { value: 'ru', text: 'Русский' },
          ]}
        />
      </div>
    </>
  );
}
