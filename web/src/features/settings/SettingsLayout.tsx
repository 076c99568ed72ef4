import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Link, Outlet } from 'react-router';
import { Activity, Cpu, Keyboard, User } from 'lucide-react';
import { ConnectionBanner } from '@/components/ConnectionBanner';
import { Logo } from '@/components/Logo';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import './settings.css';

const pages = [
  { path: 'providers', icon: Cpu, text: 'settings.providers' },
  { path: 'shortcuts', icon: Keyboard, text: 'settings.shortcuts' },
  { path: 'activity', icon: Activity, text: 'record.workspace' },
  { path: 'profile', icon: User, text: 'settings.profile' },
] as const;

export default function SettingsLayout() {
  const { t } = useTranslation();
  return (
    <div className="shell">
      <aside className="rail">
        <Link to="/" className="brand" title={t('nav.films')}>
          <Logo />
          Director
        </Link>
        <nav className="nav" aria-label={t('nav.settings')}>
          {pages.map(({ path, icon: Icon, text }) => (
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
