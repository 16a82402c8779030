import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Announcements } from '../kit/announce.js';
import { Skeleton } from '../kit/loaded.js';
import { OfflineBar } from './offline-bar.js';

export function Root() {
  return (
    <>
      <OfflineBar />
      <Suspense fallback={<Skeleton />}>
        <Outlet />
      </Suspense>
      <Announcements />
    </>
  );
}
