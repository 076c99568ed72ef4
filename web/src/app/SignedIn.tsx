import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { asProblem } from '@/api/problem';
import { meQuery } from '@/api/requests/get-me';
import { systemQuery } from '@/api/requests/get-system';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { Everywhere } from './Everywhere';

/** Everything behind the door: sends a fresh server to set-up and a stranger to the sign-in page. */
export function SignedIn() {
  const location = useLocation();
  const me = useQuery(meQuery());
  const refused = me.error !== null && asProblem(me.error).status === 401;
  const system = useQuery({ ...systemQuery(), enabled: refused });

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
