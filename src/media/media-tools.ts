import type { RenditionLimits } from '../bots/chat-platform.ts';
import type { ClipLook } from '../requests/index.ts';

/** What a video really is, told by decoding every frame of it and not by what its header claims. */
export interface VideoFacts {
  bytes: number;
  /** FFmpeg's short name of the container, e.g. `mp4` or `webm`. */
  container: string;
  /** Whether the index stands in front of the data, so that it plays while it loads. */
  indexFirst: boolean;
  /** FFmpeg's short names, e.g. `h264`, `yuv420p`, `aac`. */
  videoCodec: string;
  pixelFormat: string;
  /** Null where there is no sound. */
  audioCodec: string | null;
  /** Of the stored picture, in pixels. */
  width: number;
  height: number;
  /** Width of a pixel by its height; 1 where they are square. */
  pixelAspect: number;
  framesPerSecond: number;
  /** Frames that could be decoded. */
  frames: number;
  /** From the first frame to the end of the last. */
  seconds: number;
  /** Why it does not play whole, or null where it does. */
  damage: string | null;
  look: ClipLook;
}

export type ProbeOutcome = { outcome: 'video'; facts: VideoFacts } | { outcome: 'not-a-video'; reason: string };

export type RenditionOutcome =
  /** The file fits as it is: send that. */
  | { outcome: 'as-is' }
  | { outcome: 'made'; bytes: number; width: number; height: number }
  /** It would have to be cut, or look like nothing. */
  | { outcome: 'cannot-fit'; reason: 'too-long' | 'too-short' | 'too-large'; message: string };

export type PictureOutcome =
  | { outcome: 'taken'; type: 'image/jpeg' | 'image/webp'; width: number; height: number }
  | { outcome: 'rejected'; reason: PictureRejection };

export type PictureRejection = 'too-large' | 'too-many-pixels' | 'not-a-picture';

/** In pixels, both even. */
export interface FrameShape {
  width: number;
  height: number;
}

/** How a picture is brought into a frame of another shape. It is never stretched. */
export type Fitting =
  /** All of it, before a blurred ground of its own where it does not fill the frame. */
  | { how: 'whole' }
  /** Filling the frame; what is kept begins at `from`, a share (0 to 1) of the side that is cut. */
  | { how: 'cut'; from: number };
/** From 0 to 1, together 1: what a model takes a picture for. */
export interface NudityScores {
  drawing: number;
  hentai: number;
  neutral: number;
  porn: number;
  sexy: number;
}

/** What a machine sees of a picture. */
export interface PictureLook {
  nudity: NudityScores;
  /**
   * A perceptual hash of 64 bits, as 0 and 1: the same picture, scaled or encoded otherwise, differs in a few of them. Null
   * for one so plain that its hash would be that of any other plain one.
   */
  mark: string | null;
}

export interface FrameLook extends PictureLook {
  /** When it is shown. */
  seconds: number;
}

/** A shot to join, and how many frames it has. */
export interface JoinPart {
  path: string;
  frames: number;
  /** How many of them melt into the last ones of the shot before; 0: a cut. */
  melting?: number;
  fitting: Fitting;
}

export interface JoinOrder {
  parts: readonly JoinPart[];
  /** In pixels, even. */
  width: number;
  height: number;
  framesPerSecond: number;
  /** Whether any of the parts has sound; the others are silent beside it. */
  sound: boolean;
}

/** Words that stand still, as before a film. */
export interface Card {
  /** In pixels, even. */
  width: number;
  height: number;
  /** Above the title; empty for none. */
  eyebrow: string;
  /** In any script; what does not fit in three lines is cut. */
  title: string;
  lines: readonly string[];
}

/** What is to be heard in a clip. Paths are of sound files on this machine. */
export interface SoundOrder {
  /** What is in the file already stays under the rest. */
  keepOwn: boolean;
  /** Ambience and music; null for none. */
  bed: string | null;
  /** Pieces of narration in order. */
  speech: readonly string[];
}

/** A line of subtitles, in seconds from the start. */
export interface Cue {
  start: number;
  end: number;
  text: string;
}

export interface SoundResult {
  /** When each piece is spoken, in seconds; those at the end that have no room are missing. */
  spoken: { start: number; end: number }[];
}

/** What a finished file says of itself to whoever opens it. */
export interface Dress {
  /** Spoken words as a track of subtitles; empty for none. */
  cues: readonly Cue[];
  /** Of the cues; ISO 639-2, e.g. `eng`. */
  language: string;
  /** Of the container, e.g. `title` and `comment`. */
  tags: Readonly<Record<string, string>>;
  /** For credentials, where files are signed. */
  origin: {
    engine: string;
    /** Of the words that were approved, SHA-256 in hex: whoever has them can prove it, nobody can read them off. */
    promptHash: string;
    /** Whether a trained model made the picture, or a program drew it. */
    by: 'model' | 'program';
  };
}

export interface Stills {
  /** Of the poster; see `Clip`. */
  blurhash: string;
  /** What its frames are to be known again by; see `Examination`. */
  frameHashes: string[];
}

/** What content credentials (C2PA) say of a file. All words are the file's own: untrusted. */
export interface Credentials {
  /** Whether the file is to the byte what was signed. */
  whole: boolean;
  /** Whether we signed it, by our certificate. */
  byUs: boolean;
  /** Whom the certificate names; null where nobody. */
  signer: string | null;
  /** As a timestamp authority told; null without one. ISO 8601. */
  signedAt: string | null;
  engine: string | null;
  /** SHA-256 of the approved words, in hex, as `Dress` has it. */
  promptHash: string | null;
  by: 'model' | 'program' | null;
}

/** What a stranger's file shows of where it comes from. */
export interface Examination {
  credentials: Credentials | null;
  /** Of some of its frames in order, each with the hashes (64 hex letters) under which it may be known. Plain ones have none. */
  frames: string[][];
  /** The same, for where it may have been cut. */
  cutFrames: string[][];
}

export interface MediaWork {
  signal?: AbortSignal;
}

/**
 * The port to work on video and pictures. Each call runs in a process of its own, with limits on time, memory and
 * output. Paths are of this machine; what a call writes is whole when it resolves, and its caller removes it. The same
 * input gives the same bytes. Throws an `AdapterError` (`timeout`, `out-of-memory`, `disk-full`, `aborted` …).
 */
export interface MediaTools {
  probe(path: string, work?: MediaWork): Promise<ProbeOutcome>;
  /** Chooses how a file of another shape is to be fitted: cut where what there is to see lies together, else whole. */
  chooseFitting(path: string, facts: VideoFacts, frame: FrameShape, work?: MediaWork): Promise<Fitting>;
  /** Fits a file into what a platform takes: scaled, never stretched, and cut only in its shape. */
  makeRendition(
    path: string,
    facts: VideoFacts,
    limits: RenditionLimits,
    toPath: string,
    work?: MediaWork,
  ): Promise<RenditionOutcome>;
  /**
   * Writes the clip with other sound, the picture untouched: mixed, ducked under speech, at −14 LUFS with true peaks
   * under −1 dB. An order of nothing makes a silent clip.
   */
  addSound(path: string, facts: VideoFacts, order: SoundOrder, toPath: string, work?: MediaWork): Promise<SoundResult>;
  /**
   * Writes the file with what it says of itself: picture and sound as they are, the index first. Signed last where there
   * is something to sign with, since any later change breaks the credentials.
   */
  dress(path: string, dress: Dress, toPath: string, work?: MediaWork): Promise<void>;
  /**
   * Joins shots by cuts and crossfades, into exactly the frames that they have less those that melt into others. The
   * sound goes over each seam without a jump or a gap.
   */
  join(order: JoinOrder, toPath: string, work?: MediaWork): Promise<void>;
  /** Draws a card as a silent video of one frame: joined, it stands for as many as are wanted. */
  drawCard(card: Card, toPath: string, work?: MediaWork): Promise<void>;
  /** A still for before it plays (WebP, at most 200 kB), and a sheet of evenly spaced frames with their times (WebP). */
  drawStills(
    path: string,
    facts: VideoFacts,
    to: { poster: string; contactSheet: string },
    work?: MediaWork,
  ): Promise<Stills>;
  /** Writes the last frame of a video, as large as it is seen (PNG). A file without one throws `not-a-video`. */
  drawLastFrame(path: string, toPath: string, work?: MediaWork): Promise<void>;
  /** Looks at some frames of the first two minutes of a stranger's video and reads its credentials. What is none throws `not-a-video`. */
  examine(path: string, work?: MediaWork): Promise<Examination>;
  /** The same video as AV1, for browsers: less than half of H.264 at its looks, and many times its work. */
  makeWebVersion(path: string, facts: VideoFacts, toPath: string, work?: MediaWork): Promise<void>;
  /** A few seconds that move by themselves: small, silent, over and over (WebP). */
  makePreview(path: string, facts: VideoFacts, toPath: string, work?: MediaWork): Promise<void>;
  /** Decodes a stranger's picture and writes it anew, upright, without what it told about its maker, at most 2048 pixels long. */
  takeInPicture(path: string, toPath: string, work?: MediaWork): Promise<PictureOutcome>;
  lookAtPicture(path: string, work?: MediaWork): Promise<PictureLook>;
  /** Looks at frames at even steps and at those with which a scene begins, in the order of time. */
  lookAtFrames(
    path: string,
    facts: Pick<VideoFacts, 'frames' | 'framesPerSecond'>,
    work?: MediaWork,
  ): Promise<FrameLook[]>;
}
