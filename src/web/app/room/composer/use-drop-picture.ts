import { type ClipboardEvent, type DragEvent, useState } from 'react';

/** Lets a picture be dropped onto the form or pasted into the text. */
export function useDropPicture(choose: (file: File) => void) {
  const [dropping, setDropping] = useState(false);
  return {
    dropping,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      },
      onDragLeave(event: DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
      },
      onDrop(event: DragEvent) {
        const file = event.dataTransfer.files[0];
        setDropping(false);
        if (!file) return;
        event.preventDefault();
        choose(file);
      },
    },
    onPaste(event: ClipboardEvent) {
      const file = event.clipboardData.files[0];
      if (!file) return;
      event.preventDefault();
      choose(file);
    },
  };
}
