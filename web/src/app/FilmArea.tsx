import { useQuery } from '@tanstack/react-query';
import { Activity, FileText, LayoutGrid, ListVideo, MonitorPlay, Share } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Link, Outlet, useLocation, useParams } from 'react-router';
import { useFilmIfLoaded } from '@/api/requests/get-film-structure';
import { filmGenerationsQuery } from '@/api/requests/list-generations';
import { ConnectionBanner } from '@/components/ConnectionBanner';
import { Logo } from '@/components/Logo';
import { Waiting } from '@/components/Waiting';
import { isActive } from '@/film/generations';
import { cx } from '@/lib/cx';
import { CastList } from './CastList';
import { Spend } from './Spend';

const places = [
  { path: '', icon: LayoutGrid, text: 'nav.board' },
  { path: 'script', icon: FileText, text: 'nav.script' },
  { path: 'screening', icon: MonitorPlay, text: 'nav.screening' },
  { path: 'queue', icon: ListVideo, text: 'nav.queue' },
  { path: 'activity', icon: Activity, text: 'nav.activity' },
  { path: 'exports', icon: Share, text: 'nav.exports' },
] as const;

/** The frame of every screen of a film: its rail on the left, slim beside the shot page, away in the screening room. */
export function FilmArea() {
  const { t } = useTranslation();
  const { film = '' } = useParams();
  const { pathname } = useLocation();
  const structure = useFilmIfLoaded(film).data;
  const running = useQuery(filmGenerationsQuery(film)).data?.filter(isActive).length ?? 0;
  const slim = pathname.includes('/shots/');
  const bare = pathname.endsWith('/screening');

  return (
    <div className={cx('shell', slim && 'slim', bare && 'bare')}>
      <a className="button skip-link" href="#main">
        {t('nav.skip')}
      </a>
      {!bare && (
        <aside className="rail">
          <Link to="/" className="brand" title={t('nav.films')} aria-label={slim ? t('nav.films') : undefined}>
            <Logo />
            {!slim && 'Director'}
          </Link>
          <nav className="nav" aria-label={t('nav.film')}>
            {places.map(({ path, icon: Icon, text }) => (
              <NavLink
                key={path}
                to={path === '' ? `/f/${film}` : `/f/${film}/${path}`}
                end
                className={slim && path === '' ? 'within' : undefined}
                title={slim ? t(text) : undefined}
              >
                <Icon size={16} aria-hidden />
                <span className={slim ? 'visually-hidden' : undefined}>{t(text)}</span>
                {path === 'queue' && running > 0 && <span className="count">{running}</span>}
              </NavLink>
            ))}
          </nav>
          {!slim && structure && <CastList structure={structure} />}
          {!slim && structure && <Spend structure={structure} />}
        </aside>
      )}
      <div className="column">
        {!bare && <ConnectionBanner />}
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}
