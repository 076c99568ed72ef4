import { create } from 'zustand';

interface Connection {
  /** false once a request or the event stream failed to reach the server. */
  reachable: boolean;
}

export const useConnection = create<Connection>(() => ({ reachable: true }));

export function reportUnreachable(): void {
  if (useConnection.getState().reachable) useConnection.setState({ reachable: false });
}

export function reportReachable(): void {
  if (!useConnection.getState().reachable) useConnection.setState({ reachable: true });
}
