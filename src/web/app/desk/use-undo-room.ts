import { type RefObject, useLayoutEffect } from 'react';

const ROOM = '--undo-room';

/** Tells the desk how high what can be taken back stands, for those who keep above it. */
export function useUndoRoom(bar: RefObject<HTMLElement | null>, shown: boolean): void {
  useLayoutEffect(() => {
    const [element, desk] = [bar.current, bar.current?.parentElement];
    if (!shown || !element || !desk) return;
    const sizes = new ResizeObserver(() => desk.style.setProperty(ROOM, `${element.offsetHeight}px`));
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      desk.style.removeProperty(ROOM);
    };
  }, [bar, shown]);
}
