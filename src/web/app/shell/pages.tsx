import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
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

export function Pages() {
  return (
    <SiteFrame>
      <PageFault>
        <Suspense fallback={<PageSkeleton />}>
          <Routes>
            <Route path="/" element={<RoomPage whose="all" />} />
            <Route path="/mine" element={<RoomPage whose="mine" />} />
            <Route path="/duels" element={<DuelsPage />} />
            <Route path="/me" element={<MinePage />} />
            <Route path="/asked" element={<AskedPage />} />
            <Route path="/verify" element={<VerifyPage />} />
            <Route path="/desk" element={<DeskRoute />} />
            <Route path="/desk/figures" element={<FiguresPage />} />
            <Route path="/desk/calls" element={<CallsPage />} />
            <Route path="/sign-in" element={<SignInPage />} />
            <Route path="/sign-in/:platform" element={<SignInReturnPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </PageFault>
    </SiteFrame>
  );
}
