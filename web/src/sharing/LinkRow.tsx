import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevokeShareLink } from '@/api/requests/revoke-share-link';
import type { ShareLink } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { sceneTitle } from '@/film/scene-title';
import { formatWhen } from '@/lib/format';
import { EditLink } from './EditLink';
import { linkState } from './share';
import { Visits } from './Visits';

type Open = 'edit' | 'visits' | 'revoke' | null;

/** One link: what it shows, what its guests may do, and whether it is open still. */
export function LinkRow({ link }: { link: ShareLink }) {
  const { t, i18n } = useTranslation();
  const revoke = useRevokeShareLink();
  const [open, setOpen] = useState<Open>(null);
  const state = linkState(link);
  const toggle = (what: Open) => () => setOpen(open === what ? null : what);
  const shows =
    (link.targetName !== null && link.targetType === 'scene' ? sceneTitle({ name: link.targetName }) : link.targetName) ??
    t('share.takes', { count: link.takeIds.length });
  const facts = [
    link.targetType ? `${t(`share.types.${link.targetType}`)}: ${shows}` : shows,
    ...(['comment', 'circle', 'select'] as const).filter((what) => link.allow[what]).map((what) => t(`share.may.${what}`)),
    link.watermark && t('share.may.watermark'),
    link.hasPassphrase && t('share.withPassphrase'),
    link.expiresAt && state === 'open' && t('share.until', { when: formatWhen(link.expiresAt, i18n.language) }),
  ].filter(Boolean);
  return (
    <li className={`share-link ${state}`}>
      <div className="share-link-head">
        <strong className="cut">{link.name}</strong>
        <span className={`share-state ${state}`}>{t(`share.states.${state}`)}</span>
      </div>
      <p className="small soft">{facts.join(' · ')}</p>
      <p className="small faint">
        {t('share.by', { name: link.createdByName, when: formatWhen(link.createdAt, i18n.language) })}
        {' · '}
        {link.guests === 0 ? t('share.nobody') : t('share.guests', { count: link.guests })}
        {link.lastVisitAt && ` · ${t('share.lastVisit', { when: formatWhen(link.lastVisitAt, i18n.language) })}`}
      </p>
      <div className="row share-acts">
        <Button compact aria-expanded={open === 'visits'} onClick={toggle('visits')} disabled={link.guests === 0}>
          {t('share.visits')}
        </Button>
        {state !== 'revoked' && (
          <>
            <Button compact aria-expanded={open === 'edit'} onClick={toggle('edit')}>
              {t('share.edit')}
            </Button>
            <Button compact className="bad" aria-expanded={open === 'revoke'} onClick={toggle('revoke')}>
              {t('share.revoke')}
            </Button>
          </>
        )}
      </div>
      {open === 'revoke' && (
        <div className="share-sure" role="alertdialog" aria-label={t('share.revoke')}>
          <p className="grow">{t('share.revokeSure')}</p>
          <Button compact look="ghost" onClick={toggle('revoke')}>
            {t('common.cancel')}
          </Button>
          <Button
            compact
            className="bad"
            autoFocus
            disabled={revoke.isPending}
            onClick={() => revoke.mutate(link.id, { onSuccess: () => setOpen(null) })}
          >
            {t('share.revokeNow')}
          </Button>
        </div>
      )}
      <Refusal error={revoke.error} />
      {open === 'edit' && <EditLink link={link} onDone={() => setOpen(null)} />}
      {open === 'visits' && <Visits linkId={link.id} />}
    </li>
  );
}
