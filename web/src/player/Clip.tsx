import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideo, mediaUrl, thumbnailUrl } from '@/api/media';
import { proxyQuery } from '@/api/requests/get-proxy';
import type { Pictured } from '@/api/types';
import { parseRate, type Rate } from '@/film/rate';
import { atRate, type FrameSource, type LeadableSource } from './frame-source';
import { FrameVideo } from './frame-video';
import { noteMeasure } from './measured';
import { useSound } from './sound';

export interface ClipProps {
  take: Pictured;
  alt: string;
  source: FrameSource;
  /** What the source counts in. */
  rate: Rate;
  /** A leading clip says where the playhead is; any other keeps up with it. */
  lead?: LeadableSource;
  /** Whether it sounds at all. */
  sounding: boolean;
  onShown?(frame: number): void;
}

/** Speeds at which a voice can still be followed. */
const audible = (speed: number) => speed > 0 && speed <= 2;

/** A moving take. Plays the light copy when there is one, else the file itself; says so when the browser cannot play it. */
export function Clip(props: ClipProps) {
  const { t } = useTranslation();
  const { take } = props;
  const proxy = useQuery(proxyQuery(take));
  const [failed, setFailed] = useState<readonly string[]>([]);
  if (!isVideo(take) || proxy.isPending) return <Poster take={take} alt={props.alt} />;
  const url = [proxy.data, mediaUrl(take)].find((address) => address && !failed.includes(address));
  if (!url) {
    return (
      <div className="clip-unplayable">
        <Poster take={take} alt={props.alt} />
        <p role="alert">{t('player.unplayable')}</p>
      </div>
    );
  }
  return <Running {...props} key={url} url={url} onFailure={() => setFailed([...failed, url])} />;
}

function Poster({ take, alt }: { take: Pictured; alt: string }) {
  return <img src={thumbnailUrl(take, 960) ?? ''} alt={alt} draggable={false} />;
}

function Running({
  url,
  take,
  alt,
  source,
  rate,
  lead,
  sounding,
  onShown,
  onFailure,
}: ClipProps & { url: string; onFailure(): void }) {
  const element = useRef<HTMLVideoElement>(null);
  const told = useRef(onShown);
  const sounds = useRef(sounding);
  const adjust = useRef<() => void>(null);
  const own = take.media?.frameRate ?? null;
  const hash = take.media?.sha256 ?? '';
  useEffect(() => {
    told.current = onShown;
    sounds.current = sounding;
    // Becoming the one that is heard changes the sound alone: a clip that starts anew at a cut would stumble.
    adjust.current?.();
  });

  useEffect(() => {
    const video = element.current;
    if (!video) return;
    const clipRate = own ? parseRate(own) : rate;
    const clip = new FrameVideo(video, clipRate, (frame) => {
      const here = atRate(frame, clipRate, rate);
      if (lead && source.currentSpeed() > 0) lead.presented(here);
      told.current?.(here);
    });
    const heard = () => {
      const { volume, muted } = useSound.getState();
      video.muted = !sounds.current || muted || !audible(source.currentSpeed());
      video.volume = volume;
    };
    adjust.current = heard;
    const follow = () => {
      const [due, speed] = [atRate(source.currentFrame(), rate, clipRate), source.currentSpeed()];
      if (speed <= 0) clip.hold(due);
      else if (lead) clip.run(due, speed);
      else clip.chase(due, speed);
      heard();
    };
    const over = () => lead?.ended();
    const known = () => noteMeasure(hash, video);
    video.addEventListener('ended', over);
    video.addEventListener('loadedmetadata', known);
    const release = lead?.lead();
    const leave = [source.subscribe(follow), useSound.subscribe(heard)];
    follow();
    return () => {
      for (const end of leave) end();
      release?.();
      video.removeEventListener('ended', over);
      video.removeEventListener('loadedmetadata', known);
      clip.dispose();
      adjust.current = null;
    };
  }, [source, rate, lead, own, hash]);
  return (
    <video
      ref={element}
      src={url}
      aria-label={alt}
      poster={thumbnailUrl(take, 960) ?? undefined}
      playsInline
      preload="auto"
      onError={onFailure}
    />
  );
}
