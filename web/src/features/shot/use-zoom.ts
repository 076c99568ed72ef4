import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';

interface Zoom {
  scale: number;
  /** Where the picture is pushed to, as shares of its own size. */
  x: number;
  y: number;
}

const most = 8;
const fit: Zoom = { scale: 1, x: 0, y: 0 };

/** Keeps the picture over its window: no edge comes further in than the window's own. */
function within({ scale, x, y }: Zoom): Zoom {
  const size = Math.max(1, Math.min(most, scale));
  const reach = (size - 1) / 2;
  const hold = (value: number) => Math.max(-reach, Math.min(reach, value));
  return { scale: size, x: hold(x), y: hold(y) };
}

/** Zoom and pan of several pictures at once: the wheel and a drag over any of them, or the buttons. */
export function useZoom(window: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState(fit);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const by = (factor: number) => setZoom((now) => within({ ...now, scale: now.scale * factor }));
  useEffect(() => {
    const element = window.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const [px, py] = [(event.clientX - box.left) / box.width - 0.5, (event.clientY - box.top) / box.height - 0.5];
      setZoom((now) => {
        const scale = Math.max(1, Math.min(most, now.scale * Math.exp(-event.deltaY / 400)));
        // What lies under the pointer stays there.
        const grown = scale / now.scale;
        return within({ scale, x: px - (px - now.x) * grown, y: py - (py - now.y) * grown });
      });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [window]);
  const style: CSSProperties = { transform: `translate(${zoom.x * 100}%, ${zoom.y * 100}%) scale(${zoom.scale})` };
  return {
    scale: zoom.scale,
    style,
    by,
    fit: () => setZoom(fit),
    pan: {
      onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
        if (zoom.scale === 1 || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: React.PointerEvent<HTMLElement>) => {
        const from = drag.current;
        if (!from || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = event.currentTarget.getBoundingClientRect();
        const [dx, dy] = [(event.clientX - from.x) / box.width, (event.clientY - from.y) / box.height];
        drag.current = { x: event.clientX, y: event.clientY };
        setZoom((now) => within({ ...now, x: now.x + dx, y: now.y + dy }));
      },
      onPointerUp: () => void (drag.current = null),
    },
  };
}
