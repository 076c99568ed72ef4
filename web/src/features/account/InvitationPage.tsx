import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { asProblem } from '@/api/problem';
import { meQuery } from '@/api/requests/get-me';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { mayBeSignedIn } from '@/state/session';
import { useAcceptInvitation } from './api/accept-invitation';
import { invitationQuery } from './api/get-invitation';
import { Door } from './Door';
import { NewAccount } from './NewAccount';

/** Where an invitation's link leads: whoever is signed in joins with one press, anybody else with an account made here. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { token = '' } = useParams();
  const me = useQuery({ ...meQuery(), enabled: mayBeSignedIn() });
  const accept = useAcceptInvitation(token);
  // Once it is accepted the link is used up: it is not asked for again.
  const offer = useQuery({ ...invitationQuery(token), enabled: accept.isIdle || accept.isError });
  const enter = { onSuccess: () => void navigate('/', { replace: true }) };

  if (offer.error) {
    const gone = asProblem(offer.error).status === 404;
    return (
      <Door title={t('entry.invitationTitle')}>
        {gone ? (
          <p className="soft">{t('entry.invitationGone')}</p>
        ) : (
          <Refusal error={offer.error} onRetry={() => void offer.refetch()} />
        )}
        <Link className="button" to="/">
          {t('notFound.back')}
        </Link>
      </Door>
    );
  }
  if (!offer.data || (me.isPending && me.isFetching)) return <Waiting />;

  const { workspaceName, invitedBy, role, email, hasAccount } = offer.data;
  const title = t('entry.invitedTo', { workspace: workspaceName });
  const text = t('entry.invitedBy', { name: invitedBy, role: t(`roles.names.${role}`) });
  const toLogin = (
    <Link className="button line tall" to="/login" state={{ from: `/invitations/${token}` }}>
      {t('entry.signInToJoin')}
    </Link>
  );
  const person = me.data?.user;
  return (
    <Door title={title} text={text}>
      <p className="small soft">{t(`roles.may.${role}`)}</p>
      {person ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            accept.mutate(null, enter);
          }}
        >
          <Refusal error={accept.error} />
          <Button type="submit" look="accent" className="tall" disabled={accept.isPending}>
            {t('entry.joinAs', { name: person.name })}
          </Button>
        </form>
      ) : hasAccount ? (
        <>
          <p className="soft">{t('entry.hasAccount', { email })}</p>
          {toLogin}
        </>
      ) : (
        <>
          <NewAccount
            email={email}
            error={accept.error}
            busy={accept.isPending}
            onSubmit={(account) => accept.mutate({ ...account, mode: 'cookie' }, enter)}
          />
          {toLogin}
        </>
      )}
    </Door>
  );
}
