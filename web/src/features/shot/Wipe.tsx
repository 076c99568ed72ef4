import { ChevronsLeftRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const clamp = (value: number) => Math.max(0, Math.min(100, value));

/** The wipe's handle: dragged by hand, or moved by the arrow keys as any slider. */
export function Wipe({ share, onShare }: { share: number; onShare(share: number): void }) {
  const { t } = useTranslation();
  const toPointer = (event: React.PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    onShare(clamp(((event.clientX - box.left) / box.width) * 100));
  };
  return (
    <>
      <i className="wipe-line" style={{ left: `${share}%` }} />
      <div
        className="wipe-handle"
        role="slider"
        tabIndex={0}
        aria-label={t('shot.wipe')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share)}
        style={{ left: `${share}%` }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && toPointer(event)}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10, Home: -100, End: 100 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          onShare(clamp(share + step));
        }}
      >
        <ChevronsLeftRight size={16} aria-hidden />
      </div>
    </>
  );
}
