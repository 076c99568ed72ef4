import type { ComponentType } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { Crash } from './Crash';
import { NotFound } from './NotFound';
import { Root } from './Root';

/** Each screen is its own file of JavaScript, fetched when it is first opened. */
const screen = (load: () => Promise<{ default: ComponentType }>) => async () => ({ Component: (await load()).default });

const named = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() });

/** Every address of the app. The walk over all screens reads it, so that none goes unseen. */
export const routes: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
    children: [
      { path: '/setup', lazy: screen(() => import('@/features/account/SetUpPage')) },
      { path: '/r/:token', lazy: screen(() => import('@/features/guest/GuestPage')) },
      { path: '/login', lazy: screen(() => import('@/features/account/LoginPage')) },
      { path: '/reset-password', lazy: screen(() => import('@/features/account/ResetPasswordPage')) },
      { path: '/invitations/:token', lazy: screen(() => import('@/features/account/InvitationPage')) },
      {
        lazy: named(async () => (await import('./SignedIn')).SignedIn),
        ErrorBoundary: Crash,
        children: [
          { path: '/', lazy: screen(() => import('@/features/films/FilmsPage')) },
          {
            path: '/f/:film',
            lazy: named(async () => (await import('./FilmArea')).FilmArea),
            ErrorBoundary: Crash,
            children: [
              { index: true, lazy: screen(() => import('@/features/board/BoardPage')) },
              { path: 'script', lazy: screen(() => import('@/features/script/ScriptPage')) },
              { path: 'shots/:code', lazy: screen(() => import('@/features/shot/ShotPage')) },
              { path: 'screening', lazy: screen(() => import('@/features/screening/ScreeningPage')) },
              { path: 'queue', lazy: screen(() => import('@/features/queue/QueuePage')) },
              { path: 'activity', lazy: screen(() => import('@/features/activity/ActivityPage')) },
              { path: 'exports', lazy: screen(() => import('@/features/exports/ExportsPage')) },
            ],
          },
          {
            path: '/settings',
            lazy: screen(() => import('@/features/settings/SettingsLayout')),
            children: [
              { index: true, element: <Navigate to="providers" replace /> },
              { path: 'profile', lazy: screen(() => import('@/features/settings/ProfilePage')) },
              { path: 'security', lazy: screen(() => import('@/features/security/SecurityPage')) },
              { path: 'shortcuts', lazy: screen(() => import('@/features/settings/ShortcutsPage')) },
              { path: 'activity', lazy: screen(() => import('@/features/activity/WorkspaceActivityPage')) },
              { path: 'providers', lazy: screen(() => import('@/features/settings/ProvidersPage')) },
              { path: 'workspace', lazy: screen(() => import('@/features/workspace/WorkspacePage')) },
              { path: 'members', lazy: screen(() => import('@/features/members/MembersPage')) },
              { path: 'api-keys', lazy: screen(() => import('@/features/api-keys/ApiKeysPage')) },
              { path: 'record', lazy: screen(() => import('@/features/record/RecordPage')) },
            ],
          },
        ],
      },
      { path: '*', Component: NotFound },
    ],
  },
];
