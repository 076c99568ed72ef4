import type { TFunction } from 'i18next';
import type { Shot, Take } from '@/api/types';
import { isRejected, shotCode, shotTitle } from '@/film/structure';
import type { ShareChoice } from '@/sharing/share';

/** What can be shared from the shot's page: the shot, the takes that were circled, the take on view. */
export function shotChoices(shot: Shot, takes: readonly Take[], take: Take | undefined, t: TFunction): ShareChoice[] {
  const name = `${shotCode(shot)} ${shotTitle(shot)}`.trim();
  const circled = takes.filter((entry) => entry.circled && !isRejected(entry)).map(({ id }) => id);
  return [
    { key: 'shot', text: t('share.shot'), name, targetId: shot.id },
    ...(circled.length > 0
      ? [{ key: 'circled', text: t('share.circledTakes', { count: circled.length }), name, takeIds: circled }]
      : []),
    ...(take ? [{ key: 'take', text: t('share.take', { number: take.number }), name, takeIds: [take.id] }] : []),
  ];
}
