import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { systemQuery } from '@/api/requests/get-system';
import { Refusal } from '@/components/Refusal';
import { base } from '@/lib/base';

const told = ['Unavailable', 'Refused', 'NotInvited', 'EmailUnverified', 'LinkedToAnother'] as const;

/** The way in through the crew's own provider, where there is one, and what became of the last try. */
export function SingleSignOn({ next }: { next: string }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const system = useQuery(systemQuery());
  const code = new URLSearchParams(search).get('sso');
  const why = code && (told.find((known) => code === `auth.sso${known}`) ?? 'Refused');
  const offered = system.data?.features.some((feature) => feature.name === 'oidc' && feature.status === 'available');
  if (!offered && !why) return null;
  return (
    <>
      {why && <Refusal error={new Error(t(`login.sso.${why}`))} />}
      {offered && (
        // A whole page load: the browser leaves for the provider and comes back.
        <a className="button line tall" href={`${base}/api/auth/oidc/start?returnTo=${encodeURIComponent(next)}`}>
          {t('login.sso.submit')}
        </a>
      )}
    </>
  );
}
