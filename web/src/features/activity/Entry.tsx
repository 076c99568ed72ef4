import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActivityEvent } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { formatWhen, initials } from '@/lib/format';

interface Props {
  event: ActivityEvent;
  /** What it was about, in words. */
  subject: string;
  /** The film that it happened in, where that is not said already. */
  film?: { id: string; name: string };
  busy: boolean;
  error: unknown;
  onUndo(): void;
}

/** Who did what. A refusal to undo stands beside the entry it is about. */
export function Entry({ event, subject, film, busy, error, onUndo }: Props) {
  const { t, i18n } = useTranslation();
  const { kind, name } = event.actor;
  const person = kind === 'user' || kind === 'guest' || kind === 'key';
  const actor = person && name ? name : kind === 'worker' && name ? t('log.forWhom', { name }) : t('activity.system');
  const what = t([`activity.kinds.${event.kind}`, `log.did.${event.kind}`], { defaultValue: sentence(event.kind) });
  return (
    <li>
      <div className="activity-row">
        <span className="avatar" aria-hidden>
          {initials(person ? actor : 'Director')}
        </span>
        <span className="grow activity-words">
          <strong>{actor}</strong>{' '}
          {(kind === 'guest' || kind === 'key') && <span className="activity-kind">{t(`log.actors.${kind}`)}</span>} {what}{' '}
          {subject !== actor && <span className="soft">{subject}</span>}
          {film && (
            <>
              {' · '}
              <Link className="activity-film" to={`/f/${film.id}`}>
                {film.name}
              </Link>
            </>
          )}
        </span>
        <time className="small faint" dateTime={event.at}>
          {formatWhen(event.at, i18n.language)}
        </time>
        {event.undoable && (
          <Button compact look="ghost" disabled={busy} onClick={onUndo}>
            <Undo2 size={14} aria-hidden />
            {t('common.undo')}
          </Button>
        )}
      </div>
      <Refusal error={error} />
    </li>
  );
}

/** "setAssetTags" → "set asset tags": readable for kinds the texts do not know yet. */
const sentence = (kind: string) => kind.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
