import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { asProblem } from '@/api/problem';
import { meQuery } from '@/api/requests/get-me';
import { systemQuery } from '@/api/requests/get-system';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { mayBeSignedIn, noteSignedOut } from '@/state/session';
import { Everywhere } from './Everywhere';
import { WorkspaceChoice } from './WorkspaceChoice';

/** Everything behind the door: sends a fresh server to set-up and a stranger to the sign-in page. */
export function SignedIn() {
  const location = useLocation();
  const hinted = mayBeSignedIn();
  const me = useQuery({ ...meQuery(), enabled: hinted });
  const refused = !hinted || (me.error !== null && asProblem(me.error).status === 401);
  const system = useQuery({ ...systemQuery(), enabled: refused });

  useEffect(() => {
    if (refused) noteSignedOut();
  }, [refused]);

  if (me.data && !refused && me.data.current === null) return <WorkspaceChoice me={me.data} />;
  if (me.data && !refused) {
    return (
      <Everywhere>
        <Outlet />
      </Everywhere>
    );
  }
  if (refused) {
    if (system.data?.setupNeeded) return <Navigate to="/setup" replace />;
    if (system.isPending) return <Waiting />;
    if (system.error) {
      return (
        <main className="blank">
          <Refusal error={system.error} onRetry={() => void system.refetch()} />
        </main>
      );
    }
    return <Navigate to="/login" replace state={{ from: location.pathname + location.search }} />;
  }
  if (me.error) {
    return (
      <main className="blank">
        <Refusal error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  return <Waiting />;
}
