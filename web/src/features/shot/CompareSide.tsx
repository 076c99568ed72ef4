import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/requests/may';
import type { Take } from '@/api/types';
import { Button } from '@/components/Button';
import { StatusMark } from '@/components/StatusMark';

interface Props {
  letter: string;
  take: Take;
  other: Take;
  selectedId: string | null;
  onSelect(take: Take): void;
}

/** What one take was made from, and what of it differs from the other's. */
export function CompareSide({ letter, take, other, selectedId, onSelect }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const facts = (of: Take): [string, string][] => [
    ['seed', String(of.details.recipe?.seed ?? '—')],
    ['model', of.details.recipe?.model ?? of.details.recipe?.provider ?? '—'],
    ['prompt', of.details.recipe?.prompt ?? '—'],
  ];
  const others = new Map(facts(other));
  const selected = take.id === selectedId;
  return (
    <aside className="compare-side" aria-label={t('shot.compareSide', { letter, number: take.number })}>
      <h2 className="row">
        <span className="letter">{letter}</span>
        {t('shot.take', { number: take.number })}
      </h2>
      <dl>
        {facts(take).map(([name, value]) => (
          <div key={name}>
            <dt>
              {t(`recipe.${name}`)}
              {others.get(name) !== value && <em>{t('shot.differs')}</em>}
            </dt>
            <dd className={others.get(name) === value ? undefined : 'strong'}>{value}</dd>
          </div>
        ))}
      </dl>
      <span className="grow" />
      {(may.select || selected) && (
        <Button look={selected ? 'line' : 'accent'} disabled={selected} onClick={() => onSelect(take)}>
          {selected && <StatusMark mark="selected" />}
          {selected ? t('status.selected') : t('shot.selectTake', { number: take.number })}
        </Button>
      )}
    </aside>
  );
}
