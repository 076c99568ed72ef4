import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError, useRevalidator } from 'react-router';
import { Problem } from '@/api/problem';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { NotFound } from './NotFound';

/** What is shown when a screen cannot be: the reason, and a way on. */
export function Crash() {
  const { t } = useTranslation();
  const error = useRouteError();
  const { reset } = useQueryErrorResetBoundary();
  const { revalidate } = useRevalidator();
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  return (
    <main className="blank">
      <h1>{t('crash.title')}</h1>
      <Refusal error={error} />
      <div className="row">
        <Button
          look="accent"
          onClick={() => {
            reset();
            void revalidate();
            window.location.reload();
          }}
        >
          {t('common.tryAgain')}
        </Button>
        <Link className="button ghost" to="/">
          {t('nav.films')}
        </Link>
      </div>
    </main>
  );
}
