import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Link, Outlet } from 'react-router';
import { Activity, Building2, Cpu, Keyboard, KeyRound, ScrollText, ShieldCheck, User, Users } from 'lucide-react';
import { useMay } from '@/api/requests/may';
import { ConnectionBanner } from '@/components/ConnectionBanner';
import { Logo } from '@/components/Logo';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import './settings.css';
import './people.css';

const pages = [
  { path: 'providers', icon: Cpu, text: 'settings.providers', administered: false },
  { path: 'shortcuts', icon: Keyboard, text: 'settings.shortcuts', administered: false },
  { path: 'activity', icon: Activity, text: 'log.workspace', administered: false },
  { path: 'profile', icon: User, text: 'settings.profile', administered: false },
  { path: 'security', icon: ShieldCheck, text: 'security.title', administered: false },
  { path: 'workspace', icon: Building2, text: 'workspace.title', administered: false },
  { path: 'members', icon: Users, text: 'members.title', administered: false },
  { path: 'api-keys', icon: KeyRound, text: 'apiKeys.title', administered: true },
  { path: 'record', icon: ScrollText, text: 'record.title', administered: true },
] as const;

export default function SettingsLayout() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className="shell">
      <aside className="rail settings-rail">
        <Link to="/" className="brand" title={t('nav.films')}>
          <Logo />
          Director
        </Link>
        <nav className="nav" aria-label={t('nav.settings')}>
          {pages
            .filter(({ administered }) => !administered || may.administer)
            .map(({ path, icon: Icon, text }) => (
              <NavLink key={path} to={`/settings/${path}`}>
                <Icon size={16} aria-hidden />
                <span>{t(text)}</span>
              </NavLink>
            ))}
        </nav>
      </aside>
      <div className="column">
        <ConnectionBanner />
        <TopBar crumbs={[{ text: t('nav.films'), to: '/' }, { text: t('nav.settings') }]} />
        {/* A page of words alone is scrolled by the keyboard too. */}
        <main className="content" id="main" tabIndex={0}>
          <div className="page">
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </div>
        </main>
      </div>
    </div>
  );
}
