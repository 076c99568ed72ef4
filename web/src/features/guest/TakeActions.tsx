import { useTranslation } from 'react-i18next';
import type { SharedContent } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { StatusMark } from '@/components/StatusMark';
import { shotLabel, type Placed } from './review';
import type { Acts } from './use-acts';

/** Which take this is, and what the link lets a guest do with it. */
export function TakeActions({ place: { shot, take }, content, acts }: { place: Placed; content: SharedContent; acts: Acts }) {
  const { t } = useTranslation();
  const { circle, select } = content.allow;
  return (
    <div className="review-acts">
      <p className="review-what">
        <strong>
          {shotLabel(shot)} · {t('shot.take', { number: take.number ?? '' })}
        </strong>
        <span className="soft">{shot.description ?? ''}</span>
      </p>
      {select ? (
        <Button
          look={take.selected ? 'line' : 'accent'}
          className="verdict-select"
          disabled={acts.busy || take.selected}
          onClick={() => acts.select(take)}
        >
          <StatusMark mark="selected" />
          {take.selected
            ? t('shot.inTheCut', { number: take.number ?? '' })
            : t('shot.selectTake', { number: take.number ?? '' })}
          {!take.selected && <kbd>S</kbd>}
        </Button>
      ) : (
        take.selected && (
          <span className="status">
            <StatusMark mark="selected" />
            {t('shot.inTheCut', { number: take.number ?? '' })}
          </span>
        )
      )}
      {circle ? (
        <Button look="line" aria-pressed={take.circled} disabled={acts.busy} onClick={() => acts.circle(take)}>
          <StatusMark mark="circled" />
          {t(take.circled ? 'status.circled' : 'shot.circle')}
          <kbd>C</kbd>
        </Button>
      ) : (
        take.circled && (
          <span className="status">
            <StatusMark mark="circled" />
            {t('status.circled')}
          </span>
        )
      )}
      <Refusal error={acts.refusal} />
    </div>
  );
}
