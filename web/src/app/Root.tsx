import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Waiting } from '@/components/Waiting';

export function Root() {
  return (
    <Suspense fallback={<Waiting />}>
      <Outlet />
    </Suspense>
  );
}
