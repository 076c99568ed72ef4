import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '@/live/connection';
import { Button } from './Button';

/** Says that the server cannot be reached, and goes away by itself when it can. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const reachable = useConnection((state) => state.reachable);
  const cache = useQueryClient();
  const fetching = useIsFetching() > 0;
  if (reachable) return null;
  return (
    <div className="banner" role="alert">
      <CloudOff size={16} aria-hidden />
      <span className="grow">{t('common.offline')}</span>
      <Button compact look="line" disabled={fetching} onClick={() => void cache.invalidateQueries()}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}
