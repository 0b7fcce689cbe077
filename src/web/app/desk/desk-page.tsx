import { useMe } from '../api/use-me.ts';
import { useLanguage } from '../language/language-context.ts';
import { PageSkeleton } from '../shell/page-skeleton.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Desk } from './desk.tsx';
import { DeskClosed } from './desk-closed.tsx';

export function DeskPage() {
  const { say } = useLanguage();
  usePageTitle(say('deskTitle'));
  const { data: me, isPending } = useMe();
  if (isPending) return <PageSkeleton />;
  return me?.curator && me.role ? <Desk curator={me.curator} role={me.role} /> : <DeskClosed />;
}
