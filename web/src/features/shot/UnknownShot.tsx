import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function UnknownShot({ filmId, code }: { filmId: string; code: string }) {
  const { t } = useTranslation();
  return (
    <main className="blank" id="main">
      <h1>{t('shot.unknown', { code })}</h1>
      <Link className="button" to={`/f/${filmId}`}>
        {t('shot.toBoard')}
      </Link>
    </main>
  );
}
