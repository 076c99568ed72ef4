import { useTranslation } from 'react-i18next';
import type { Take } from '@/api/types';

const verdicts = ['approved', 'needsRevision', 'rejected'] as const;

/** What the review says of a take; a choice of nothing takes it back. */
export function Verdict({ take, onGive }: { take: Take; onGive(verdict: string | null): void }) {
  const { t } = useTranslation();
  return (
    <select
      className="input verdict-choice"
      aria-label={t('shot.verdict')}
      value={take.verdict ?? ''}
      onChange={(event) => {
        onGive(event.target.value || null);
        // The keys of the shot work again.
        event.currentTarget.blur();
      }}
    >
      <option value="">{t('shot.noVerdict')}</option>
      {verdicts.map((verdict) => (
        <option key={verdict} value={verdict}>
          {t(`shot.verdicts.${verdict}`)}
        </option>
      ))}
    </select>
  );
}
