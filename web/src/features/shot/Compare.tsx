import { Minus, Plus, X } from 'lucide-react';
import { useRef, type CSSProperties, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { Segmented } from '@/components/Segmented';
import type { Rate } from '@/film/rate';
import type { Player } from '@/player/player';
import { useSpeed } from '@/player/use-player';
import { useShape } from '@/player/use-shape';
import { ComparePicture } from './ComparePicture';
import { CompareSide } from './CompareSide';
import { CompareWith } from './CompareWith';
import { compareModes, type Comparison } from './use-compare';
import { useZoom } from './use-zoom';
import { Wipe } from './Wipe';
import './compare.css';

interface Props {
  compare: Comparison;
  stage: RefObject<HTMLDivElement | null>;
  /** Plays A. */
  player: Player;
  rate: Rate;
  takes: readonly Take[];
  selectedId: string | null;
  onSelect(take: Take): void;
}

/**
 * Takes laid over or beside each other. A is the clock and the others keep up with it; standing still, all are on the
 * same frame. What differs between the recipes of the first two stands at the sides.
 */
export default function Compare({ compare, stage, player, rate, takes, selectedId, onSelect }: Props) {
  const { t } = useTranslation();
  const { sides, mode, flipped, share } = compare;
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame);
  const [a, b] = sides as [Take, Take];
  const shown = mode === 'split' ? sides : [a, b];
  const columns = mode === 'split' ? 2 : 1;
  const rows = mode === 'split' && sides.length > 2 ? 2 : 1;
  const shape = (useShape(a) * columns) / rows;
  return (
    <section className="compare" aria-label={t('shot.compare')}>
      <div className="compare-bar">
        <Segmented
          label={t('shot.compareMode')}
          value={mode}
          onChange={compare.setMode}
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
        <Button look="ghost" compact onClick={compare.swap}>
          {t('shot.swap')}
          <Keycaps action="shot.swapSides" />
        </Button>
        <span className="row compare-zoom">
          <Button look="ghost" compact square aria-label={t('shot.zoomOut')} onClick={() => zoom.by(1 / 1.5)}>
            <Minus size={14} aria-hidden />
          </Button>
          <Button look="ghost" compact onClick={zoom.fit} title={t('shot.zoomFit')}>
            {t('shot.zoom', { percent: Math.round(zoom.scale * 100) })}
          </Button>
          <Button look="ghost" compact square aria-label={t('shot.zoomIn')} onClick={() => zoom.by(1.5)}>
            <Plus size={14} aria-hidden />
          </Button>
        </span>
        <Button look="ghost" compact square onClick={compare.close} aria-label={t('common.close')}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <div className="compare-stage" ref={stage}>
        <CompareSide letter="A" take={a} other={b} selectedId={selectedId} onSelect={onSelect} />
        <div className="compare-middle">
          <div
            className={`compare-frame ${mode}`}
            ref={frame}
            style={{ '--shape': shape, '--columns': columns } as CSSProperties}
            {...zoom.pan}
          >
            {shown.map((take, at) => (
              <ComparePicture
                key={take.id}
                take={take}
                letter={'ABCD'[at]!}
                player={player}
                rate={rate}
                leads={at === 0}
                mode={mode}
                first={at === (flipped ? 1 : 0)}
                share={share}
                zoom={zoom.style}
              />
            ))}
            {mode === 'wipe' && <Wipe share={share} onShare={compare.setShare} />}
          </div>
        </div>
        <CompareSide letter="B" take={b} other={a} selectedId={selectedId} onSelect={onSelect} />
      </div>
      <CompareWith takes={takes} compare={compare}>
        <Sync player={player} />
      </CompareWith>
    </section>
  );
}

function Sync({ player }: { player: Player }) {
  const { t } = useTranslation();
  return <span className="small faint">{t(useSpeed(player) === 0 ? 'shot.frameExact' : 'shot.aLeads')}</span>;
}
