import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const stars = [1, 2, 3, 4, 5];

/** One to five stars; pressing the given one takes it back. */
export function Rating({ value, onRate }: { value: number | null; onRate(rating: number): void }) {
  const { t } = useTranslation();
  return (
    <div className="rating" role="group" aria-label={t('shot.rating')}>
      {stars.map((star) => (
        <button
          key={star}
          type="button"
          aria-pressed={star <= (value ?? 0)}
          aria-label={t('shot.stars', { count: star })}
          onClick={() => onRate(star === value ? 0 : star)}
        >
          <Star size={16} aria-hidden fill={star <= (value ?? 0) ? 'currentColor' : 'none'} />
        </button>
      ))}
    </div>
  );
}
