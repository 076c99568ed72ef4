import { useEffect, useRef } from 'react';
import { isVideo, mediaUrl } from '@/api/media';
import type { Pictured } from '@/api/types';
import { parseRate, type Rate } from '@/film/rate';
import { seekSeconds } from './clock';

interface Props {
  take: Pictured;
  alt: string;
  /** Frame inside the take, and the rate it is counted in. */
  frame: number;
  rate: Rate;
  speed: number;
}

/** The picture of a take at a frame: a still as it is, a moving one sought to the middle of the frame. */
export function TakeView({ take, alt, frame, rate, speed }: Props) {
  const url = mediaUrl(take);
  if (!url) return null;
  if (isVideo(take)) return <MovingTake url={url} take={take} alt={alt} frame={frame} rate={rate} speed={speed} />;
  return <img src={url} alt={alt} draggable={false} decoding="sync" />;
}

function MovingTake({ url, take, alt, frame, rate, speed }: Props & { url: string }) {
  const video = useRef<HTMLVideoElement>(null);
  const ownRate = take.media?.frameRate;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const own = ownRate ? parseRate(ownRate) : rate;
    const due = seekSeconds(frame, own);
    // Forward at up to 4× the browser plays and is only corrected; everything else is sought frame by frame.
    if (speed > 0 && speed <= 4) {
      element.playbackRate = speed;
      if (element.paused) void element.play().catch(() => undefined);
      if (Math.abs(element.currentTime - due) > (2 * own.den) / own.num) element.currentTime = due;
    } else {
      if (!element.paused) element.pause();
      element.currentTime = due;
    }
  }, [frame, speed, rate, ownRate]);
  return <video ref={video} src={url} aria-label={alt} muted playsInline preload="auto" />;
}
