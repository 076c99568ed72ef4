import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '@/api/client';
import { asProblem } from '@/api/problem';
import { meQuery } from '@/api/requests/get-me';
import { chooseLanguage } from '@/i18n';
import { initials } from '@/lib/format';
import { enterWorkspace } from '@/state/enter-workspace';
import { openOverlay } from '@/state/overlay';
import { usePreferences, type Theme } from '@/state/preferences';
import { noteSignedOut } from '@/state/session';
import { say } from '@/state/undo';
import { Keycaps } from './Keycaps';
import { Menu, MenuItem, MenuLabel, MenuLine } from './Menu';

const themes: Theme[] = ['dark', 'light', 'system'];

export function UserMenu() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const me = useQuery(meQuery());
  const { theme, setTheme } = usePreferences();
  const workspaces = me.data?.workspaces ?? [];
  const name = me.data?.user.name ?? '';

  const signOut = async () => {
    try {
      await client.logout();
    } catch (error) {
      say(asProblem(error).message, 'bad');
      return;
    }
    noteSignedOut();
    // What is still on the screen would ask again for what was forgotten: first the door, then the forgetting.
    await navigate('/login');
    cache.clear();
  };

  return (
    <Menu
      trigger={
        <button type="button" className="avatar">
          {initials(name) || '·'}
          <span className="visually-hidden">{t('account.menu', { name })}</span>
        </button>
      }
    >
      <MenuLabel>{name}</MenuLabel>
      {workspaces.length > 1 && (
        <>
          {workspaces.map((workspace) => (
            <MenuItem
              key={workspace.id}
              onSelect={() => {
                if (workspace.id !== me.data?.current) enterWorkspace(workspace.id);
              }}
            >
              <Ticked on={workspace.id === me.data?.current} />
              <span className="cut">{workspace.name}</span>
            </MenuItem>
          ))}
          <MenuLine />
        </>
      )}
      <MenuItem onSelect={() => openOverlay('workspace')}>{t('people.newWorkspace')}</MenuItem>
      <MenuItem onSelect={() => void navigate('/settings/providers')}>{t('nav.settings')}</MenuItem>
      <MenuItem onSelect={() => openOverlay('help')}>
        {t('keys.title')}
        <Keycaps action="everywhere.help" />
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('settings.theme')}</MenuLabel>
      {themes.map((option) => (
        <MenuItem key={option} onSelect={() => setTheme(option)}>
          <Ticked on={option === theme} />
          {t(`settings.themes.${option}`)}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => void chooseLanguage('en')}>
        <Ticked on={i18n.language === 'en'} />
        English
      </MenuItem>
      <MenuItem onSelect={() => void chooseLanguage('ru')}>
        <Ticked on={i18n.language === 'ru'} />
        Русский
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => void signOut()}>{t('account.signOut')}</MenuItem>
    </Menu>
  );
}

const Ticked = ({ on }: { on: boolean }) => <Check size={14} aria-hidden visibility={on ? 'visible' : 'hidden'} />;
