import type { Clip, Finding, Verdict } from '../../../requests/index.ts';
import { gravestFirst, strictest, unchecked } from '../join-verdicts.ts';
import type { PromptSubject, Screening } from '../screening.ts';
import { arabicRules } from './arabic-rules.ts';
import { englishDeceitRules } from './english-deceit-rules.ts';
import { englishHarmRules } from './english-harm-rules.ts';
import { asWritten, unmasked } from './match-keys.ts';
import type { Rule } from './rule.ts';
import { findSlurs } from './slurs.ts';

const ID = 'rules@1';
const ENGLISH: readonly Rule[] = [...englishHarmRules, ...englishDeceitRules];
const ENGLISH_AND_ARABIC: readonly Rule[] = [...ENGLISH, ...arabicRules];
const LONGEST_EVIDENCE = 80;
/** A clip of ours that claims to be longer was not measured right. */
const LONGEST_CLIP_SECONDS = 3600;

/**
 * Word patterns in English and Arabic for what must never be made and what a person should look at. It knows no
 * context and sees no picture; it is there so that the gravest is caught even where nothing else is configured.
 */
export function createRulesScreening(): Screening {
  return {
    id: ID,
    immediate: true,
    screenPrompt: async (subject) => verdictOf([...findInText(textOf(subject)), ...findInPicture(subject)]),
    screenClip: async (clip) => verdictOf(findInClip(clip)),
  };
}

function textOf({ prompt, style }: PromptSubject): string {
  return style === null ? prompt : `${prompt}\n${style}`;
}

function findInText(text: string): Finding[] {
  const written = asWritten(text);
  const bare = unmasked(written);
  const keys = bare === written ? [written] : [written, bare];
  const rules = /\p{Script=Arabic}/u.test(written) ? ENGLISH_AND_ARABIC : ENGLISH;
  const found = keys.flatMap((key) => rules.flatMap((rule) => matchRule(rule, key)));
  return onePerPolicy([...found, ...findSlurs(text).map((slur) => finding(slur, slur.evidence))]);
}

function matchRule(rule: Rule, text: string): Finding[] {
  if (!rule.says.test(text)) return [];
  const rest = rule.unless ? text.replaceAll(new RegExp(rule.unless, 'gu'), ' ') : text;
  const said = rule.says.exec(rest);
  const beside = rule.with?.exec(rest);
  if (!said || (rule.with && !beside)) return [];
  return [finding(rule, beside ? `${said[0]} … ${beside[0]}` : said[0])];
}

function finding({ policy, outcome }: Pick<Finding, 'policy' | 'outcome'>, evidence: string): Finding {
  return { policy, outcome, evidence: evidence.trim().slice(0, LONGEST_EVIDENCE).toWellFormed(), source: ID };
}

/** The strictest of each policy is enough for a curator to see why. */
function onePerPolicy(findings: readonly Finding[]): Finding[] {
  const byPolicy = new Map<string, Finding>();
  for (const each of gravestFirst(findings)) if (!byPolicy.has(each.policy)) byPolicy.set(each.policy, each);
  return [...byPolicy.values()];
}

function findInPicture({ picture }: PromptSubject): Finding[] {
  return picture ? [unchecked(ID, 'a picture, and no check of pictures is configured')] : [];
}

/** Words cannot judge a video; what its numbers say cannot be is put before a person. */
function findInClip({ master, width, height, seconds, framesPerSecond }: Clip): Finding[] {
  const numbers = [master.bytes, width, height, seconds, framesPerSecond];
  const sound = numbers.every((each) => Number.isFinite(each) && each > 0) && seconds <= LONGEST_CLIP_SECONDS;
  if (sound && master.type.startsWith('video/')) return [];
  return [
    unchecked(ID, `${master.type}, ${master.bytes} bytes, ${width}×${height}, ${seconds} s, ${framesPerSecond} fps`),
  ];
}

function verdictOf(findings: readonly Finding[]): Verdict {
  return {
    outcome: strictest(findings.map(({ outcome }) => outcome)),
    findings: gravestFirst(findings),
    screenedBy: [ID],
  };
}
