import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedShot, SharedTake } from '@/api/types';
import { parseRate } from '@/film/rate';
import { isClip, shotLabel } from './review';

interface Props {
  shot: SharedShot;
  take: SharedTake;
  clip: RefObject<HTMLVideoElement | null>;
  /** What its frames are counted in. */
  rate: string | null;
  onFrame(frame: number): void;
}

/** The take, as large as there is room; a clip with the browser's own controls. */
export function TakePicture({ shot, take, clip, rate, onFrame }: Props) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const alt = t('shot.takeAlt', { number: take.number ?? '', code: shotLabel(shot), title: shot.description ?? shot.name });
  const frameNow = (element: HTMLVideoElement) => {
    const { num, den } = parseRate(take.media?.frameRate ?? rate);
    onFrame(Math.floor((element.currentTime * num) / den + 1e-6));
  };
  return (
    <div className="review-stage">
      {!take.media && <p className="soft">{t('guest.noPicture')}</p>}
      {take.media && failed && (
        <p className="soft" role="alert">
          {t('guest.unplayable')}
        </p>
      )}
      {take.media && !failed && isClip(take) && (
        <video
          ref={clip}
          src={take.media.url}
          aria-label={alt}
          controls
          playsInline
          loop
          preload="metadata"
          controlsList="nodownload"
          onTimeUpdate={(event) => frameNow(event.currentTarget)}
          onSeeked={(event) => frameNow(event.currentTarget)}
          onError={() => setFailed(true)}
        />
      )}
      {take.media && !failed && !isClip(take) && (
        <>
          {/* The small one is there already; it stands in until the large one is drawn for this guest. */}
          {take.media.thumbnailUrl && <img className="stand-in" src={`${take.media.thumbnailUrl}?size=320`} alt="" />}
          <img
            className="whole"
            src={take.media.url}
            alt={alt}
            decoding="async"
            fetchPriority="high"
            draggable={false}
            onError={() => setFailed(true)}
          />
        </>
      )}
    </div>
  );
}
