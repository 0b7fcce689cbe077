import { useEffect, useState } from 'react';
import type { RoomInfo } from '../../../api/contract-of-room.ts';
import { useLanguage } from '../../language/language-context.ts';

export interface ChosenPicture {
  file: File | null;
  /** An address of this page for the preview. */
  preview: string | null;
  problem: string | null;
  choose: (file: File) => void;
  remove: () => void;
}

/** The picture that goes with a request, checked before it is sent against what the interface takes. */
export function usePicture(limits: RoomInfo['picture'] | undefined): ChosenPicture {
  const { say, write } = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!file) {
      setPreview(null);
      return;
    }
    const address = URL.createObjectURL(file);
    setPreview(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);

  return {
    file,
    preview,
    problem,
    choose(next) {
      if (limits && !limits.types.includes(next.type)) {
        setProblem(say('pictureWrongType', { types: typeNames(limits.types, write.anyOf) }));
      } else if (limits && next.size > limits.maxBytes) {
        setProblem(say('pictureTooLarge', { size: write.bytes(next.size), limit: write.bytes(limits.maxBytes) }));
      } else {
        setProblem(null);
        setFile(next);
      }
    },
    remove() {
      setFile(null);
      setProblem(null);
    },
  };
}

/** "JPEG, PNG or WebP". */
export function typeNames(types: readonly string[], join: (names: string[]) => string): string {
  const known: Record<string, string> = { webp: 'WebP' };
  return join(
    types.map((type) => {
      const name = type.replace(/^image\//, '');
      return known[name] ?? name.toUpperCase();
    }),
  );
}
