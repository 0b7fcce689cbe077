import { reportWatched } from './report-watched.ts';

/** Of the Network Information API, which some browsers have. */
interface Saving {
  connection?: { saveData?: boolean };
}

interface Source {
  url: string;
  type: string;
}

/**
 * The picture of a clip plays while it is pointed at or focused, without sound, and as long as it is to be seen. It stays
 * still for those who want less motion, or less data.
 */
export function playOnHover(): void {
  const stages = document.querySelectorAll<HTMLElement>('[data-clip][data-sources]');
  const unseen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (!isIntersecting) rest(target as HTMLElement);
  });
  for (const stage of stages) {
    unseen.observe(stage);
    stage.addEventListener('pointerenter', () => play(stage));
    stage.addEventListener('pointerleave', () => rest(stage));
    stage.addEventListener('focus', () => play(stage));
    stage.addEventListener('blur', () => rest(stage));
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) for (const stage of stages) rest(stage);
  });
}

function play(stage: HTMLElement): void {
  const still =
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    matchMedia('(prefers-reduced-data: reduce)').matches ||
    (navigator as Saving).connection?.saveData === true;
  if (still) return;
  const video = stage.querySelector('video') ?? addVideo(stage);
  // A browser may refuse or break it off when the pointer leaves at once; the picture stays then.
  video.play().then(
    () => {
      stage.dataset.plays = '';
    },
    () => undefined,
  );
}

function rest(stage: HTMLElement): void {
  stage.querySelector('video')?.pause();
  delete stage.dataset.plays;
}

/** Nothing of a clip is loaded before somebody points at it. */
function addVideo(stage: HTMLElement): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.loop = true;
  video.playsInline = true;
  video.tabIndex = -1;
  video.setAttribute('aria-hidden', 'true');
  for (const { url, type } of JSON.parse(stage.dataset.sources ?? '[]') as Source[]) {
    const source = document.createElement('source');
    source.src = url;
    source.type = type;
    video.append(source);
  }
  reportWatched(video, stage.dataset.clip ?? '');
  stage.querySelector('.poster')?.after(video);
  return video;
}
