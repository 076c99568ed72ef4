import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SharedContent, SharedShot, SharedTake } from '@/api/types';
import { Logo } from '@/components/Logo';
import { LanguageButton } from './LanguageButton';
import { current, firstTake, isClip, shotBeside } from './review';
import { ReviewNotes } from './ReviewNotes';
import { ShotList } from './ShotList';
import { TakeActions } from './TakeActions';
import { TakePicture } from './TakePicture';
import { Takes } from './Takes';
import { useActs } from './use-acts';
import { useReviewKeys } from './use-review-keys';

/** The review itself: a big picture, the takes of the shot below it, the shots and the notes at the sides. The take is in the address. */
export function Review({ token, content }: { token: string; content: SharedContent }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const clip = useRef<HTMLVideoElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const [frame, setFrame] = useState(0);
  const place = current(content, search.get('take'));
  const acts = useActs(token);
  const show = (take: SharedTake | undefined) => {
    if (!take) return;
    setFrame(0);
    setSearch((params) => (params.set('take', take.id), params), { replace: true });
  };
  const showShot = (shot: SharedShot | undefined) => show(shot && firstTake(shot));
  const step = (by: 1 | -1) => () => place && show(place.shot.takes[place.shot.takes.indexOf(place.take) + by]);
  useReviewKeys({
    ArrowLeft: step(-1),
    ArrowRight: step(1),
    ArrowUp: () => place && showShot(shotBeside(content, place.shot, -1)),
    ArrowDown: () => place && showShot(shotBeside(content, place.shot, 1)),
    c: () => place && content.allow.circle && acts.circle(place.take),
    s: () => place && content.allow.select && !place.take.selected && acts.select(place.take),
    n: () => words.current?.focus(),
    ' ': () => void (clip.current?.paused ? clip.current.play() : clip.current?.pause()),
  });

  return (
    <div className="review">
      <header className="review-head">
        <Logo />
        <h1 className="cut">{content.name}</h1>
        {content.film && content.film.name !== content.name && <span className="faint cut review-film">{content.film.name}</span>}
        <span className="grow" />
        <span className="small soft cut review-guest">{t('guest.as', { name: content.guestName })}</span>
        <LanguageButton />
      </header>
      {place ? (
        <>
          <ShotList content={content} shotId={place.shot.id} onShow={showShot} />
          <main className="review-main" id="main" tabIndex={-1}>
            <TakePicture
              key={place.take.id}
              shot={place.shot}
              take={place.take}
              clip={clip}
              rate={content.film?.frameRate ?? place.take.media?.frameRate ?? null}
              onFrame={setFrame}
            />
            <Takes shot={place.shot} takeId={place.take.id} onShow={show} />
            <TakeActions place={place} content={content} acts={acts} />
          </main>
          <ReviewNotes
            key={`notes-${place.take.id}`}
            take={place.take}
            frame={isClip(place.take) ? frame : null}
            mayWrite={content.allow.comment ?? false}
            acts={acts}
            words={words}
          />
        </>
      ) : (
        <main className="blank" id="main">
          <h2>{t('guest.emptyTitle')}</h2>
          <p>{t('guest.emptyText')}</p>
        </main>
      )}
    </div>
  );
}
