import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mediaUrl } from '@/api/media';
import { useMay } from '@/api/requests/may';
import type { Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { Segmented } from '@/components/Segmented';
import { StatusMark } from '@/components/StatusMark';
import { compareModes, type CompareMode, type Pair } from './use-compare';
import { Wipe } from './Wipe';
import './compare.css';

interface Props {
  pair: Pair;
  mode: CompareMode;
  flipped: boolean;
  selectedId: string | null;
  onMode(mode: CompareMode): void;
  onSwap(): void;
  onClose(): void;
  onSelect(take: Take): void;
}

/** Two takes laid over or beside each other; what differs between their recipes stands at the sides. */
export function Compare({ pair, mode, flipped, selectedId, onMode, onSwap, onClose, onSelect }: Props) {
  const { t } = useTranslation();
  const [share, setShare] = useState(50);
  const { a, b } = flipped ? { a: pair.b, b: pair.a } : pair;
  const picture = (take: Take, letter: string, className = '') => (
    <img
      key={letter}
      className={className}
      src={mediaUrl(take) ?? ''}
      alt={t('shot.compareAlt', { letter, number: take.number })}
      draggable={false}
    />
  );
  return (
    <section className="compare" aria-label={t('shot.compare')}>
      <div className="compare-bar">
        <Segmented
          label={t('shot.compareMode')}
          value={mode}
          onChange={onMode}
          options={compareModes.map((value) => ({ value, text: t(`shot.modes.${value}`) }))}
        />
        <span className="small faint row">
          <Keycaps action="shot.compareMode" />
          {t('shot.nextMode')}
        </span>
        <span className="grow" />
        <span className="small faint row">
          {t('shot.holdToFlip')}
          <Keycaps action="shot.flip" />
        </span>
        <Button look="ghost" compact onClick={onSwap}>
          {t('shot.swap')}
        </Button>
        <Button look="ghost" compact square onClick={onClose} aria-label={t('common.close')}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <div className="compare-stage">
        <Side letter="A" take={pair.a} other={pair.b} selectedId={selectedId} onSelect={onSelect} />
        <div className={`compare-frame ${mode}`}>
          {mode === 'split' && [picture(a, 'A'), picture(b, 'B')]}
          {mode === 'flip' && picture(a, 'A')}
          {mode === 'difference' && [picture(a, 'A'), picture(b, 'B', 'over difference')]}
          {mode === 'onion' && [picture(a, 'A'), picture(b, 'B', 'over onion')]}
          {mode === 'wipe' && (
            <>
              {picture(b, 'B')}
              <div className="over" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
                {picture(a, 'A')}
              </div>
              <Wipe share={share} onShare={setShare} />
            </>
          )}
        </div>
        <Side letter="B" take={pair.b} other={pair.a} selectedId={selectedId} onSelect={onSelect} />
      </div>
    </section>
  );
}

function Side({
  letter,
  take,
  other,
  selectedId,
  onSelect,
}: {
  letter: string;
  take: Take;
  other: Take;
  selectedId: string | null;
  onSelect(take: Take): void;
}) {
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
