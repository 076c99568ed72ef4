import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { asProblem } from '@/api/problem';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { contentQuery } from './api/get-shared-content';
import { doorQuery } from './api/open-share';
import { GuestDoor } from './GuestDoor';
import { GuestFrame } from './GuestFrame';
import { Review } from './Review';
import './guest.css';

/** What somebody without an account sees by a share link. It asks nothing but the addresses of that link. */
export default function GuestPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const door = useQuery(doorQuery(token));
  const inside = Boolean(door.data?.guestName) && !door.error;
  const content = useQuery({ ...contentQuery(token), enabled: inside });
  const name = door.data?.name;
  useEffect(() => {
    if (!name) return;
    const before = document.title;
    document.title = name;
    return () => void (document.title = before);
  }, [name]);

  const refused = door.error ?? content.error;
  if (refused && asProblem(refused).status === 404) {
    return (
      <GuestFrame>
        <h1>{t('guest.closedTitle')}</h1>
        <p className="soft">{t('guest.closedText')}</p>
      </GuestFrame>
    );
  }
  if (door.error || (content.error && asProblem(content.error).status !== 401)) {
    return (
      <GuestFrame>
        <h1>{t('guest.outageTitle')}</h1>
        <Refusal error={refused} onRetry={() => void (door.error ? door.refetch() : content.refetch())} />
      </GuestFrame>
    );
  }
  if (door.isPending) return <Waiting />;
  if (!inside || content.error) return <GuestDoor token={token} door={door.data} />;
  if (content.isPending) return <Waiting />;
  return <Review token={token} content={content.data} />;
}
