import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Search } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { filmGenerationsQuery } from '@/api/requests/list-generations';
import { isActive } from '@/film/generations';
import { openOverlay } from '@/state/overlay';
import { Keycaps } from './Keycaps';
import { StatusMark } from './StatusMark';
import { UserMenu } from './UserMenu';

export interface Crumb {
  text: string;
  to?: string;
}

export function TopBar({ crumbs, film, children }: { crumbs: readonly Crumb[]; film?: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="topbar">
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={t('nav.where')}>
          {crumbs.map((crumb, index) => (
            <Fragment key={`${index}-${crumb.text}`}>
              {index > 0 && <ChevronRight size={12} aria-hidden />}
              {crumb.to ? (
                <Link to={crumb.to} className="cut">
                  {crumb.text}
                </Link>
              ) : (
                <span className="cut" aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
                  {crumb.text}
                </span>
              )}
            </Fragment>
          ))}
        </nav>
      )}
      <span className="grow" />
      {children}
      <button type="button" className="omni" onClick={() => openOverlay('palette')} title={t('palette.open')}>
        <Search size={16} aria-hidden />
        <span>{t('palette.open')}</span>
        <Keycaps action="everywhere.palette" />
      </button>
      {film && <Running film={film} />}
      <UserMenu />
    </header>
  );
}

/** How much is being made right now; a way to the queue. */
function Running({ film }: { film: string }) {
  const { t } = useTranslation();
  const generations = useQuery(filmGenerationsQuery(film));
  const running = generations.data?.filter(isActive).length ?? 0;
  if (running === 0) return null;
  return (
    <Link className="pill" to={`/f/${film}/queue`} aria-label={t('queue.running', { count: running })}>
      <StatusMark mark="generating" />
      <span>{t('queue.running', { count: running })}</span>
    </Link>
  );
}
