import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { APP_PATHS, type AppPath } from '../../pages/app-paths.ts';
import { DeskRoute } from '../desk/desk-route.tsx';
import { RoomPage } from '../room/room-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageFault } from './page-fault.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { SiteFrame } from './site-frame.tsx';

/* Most visitors stay in the room: the other pages come when they are asked for. */
const DuelsPage = lazy(async () => ({ default: (await import('../duels/duels-page.tsx')).DuelsPage }));
const MinePage = lazy(async () => ({ default: (await import('../mine/mine-page.tsx')).MinePage }));
const AskedPage = lazy(async () => ({ default: (await import('../asked/asked-page.tsx')).AskedPage }));
const VerifyPage = lazy(async () => ({ default: (await import('../verify/verify-page.tsx')).VerifyPage }));
const FiguresPage = lazy(async () => ({ default: (await import('../figures/figures-page.tsx')).FiguresPage }));
const SignInReturnPage = lazy(async () => ({
  default: (await import('../sign-in/sign-in-return-page.tsx')).SignInReturnPage,
}));
const CallsPage = lazy(async () => ({ default: (await import('../calls/calls-page.tsx')).CallsPage }));
const SignInPage = lazy(async () => ({ default: (await import('../sign-in/sign-in-page.tsx')).SignInPage }));

const PAGES: Record<AppPath, ReactNode> = {
  '/': <RoomPage whose="all" />,
  '/mine': <RoomPage whose="mine" />,
  '/duels': <DuelsPage />,
  '/me': <MinePage />,
  '/asked': <AskedPage />,
  '/verify': <VerifyPage />,
  '/desk': <DeskRoute />,
  '/desk/figures': <FiguresPage />,
  '/desk/calls': <CallsPage />,
  '/sign-in': <SignInPage />,
  '/sign-in/:platform': <SignInReturnPage />,
};

export function Pages() {
  return (
    <SiteFrame>
      <PageFault>
        <Suspense fallback={<PageSkeleton />}>
          <Routes>
            {APP_PATHS.map((path) => (
              <Route key={path} path={path} element={PAGES[path]} />
            ))}
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </PageFault>
    </SiteFrame>
  );
}
