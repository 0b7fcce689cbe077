import { policyScope, policyText } from '../../wording/index.ts';
import { sayStatement } from '../../wording/say-statement.ts';
import type { PolicyCode } from '../screening/policies.ts';
import type { Restriction, RestrictionKind } from './restriction.ts';

/** Where a policy of ours stands in the database's list. */
const CATEGORIES: Readonly<Record<PolicyCode, string>> = {
  minors: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  'sexual-likeness': 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
  extremism: 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  'crime-weapons': 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  sexual: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  hate: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  'self-harm': 'STATEMENT_CATEGORY_SELF_HARM',
  harassment: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
  'private-people': 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'public-figures': 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  'civic-misinformation': 'STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'fake-news': 'STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'health-misinformation': 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  violence: 'STATEMENT_CATEGORY_VIOLENCE',
  'dangerous-acts': 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  'deceptive-documents': 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
  'refused-picture': 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  copyright: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  spam: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  steering: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  technical: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  unchecked: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  late: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
};
const OTHER_CATEGORY = 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC';

const VISIBILITY: Readonly<Record<RestrictionKind, string>> = {
  // What was asked stays where it was written; only no clip is made of it.
  'not-made': 'DECISION_VISIBILITY_OTHER',
  'not-shown': 'DECISION_VISIBILITY_CONTENT_DISABLED',
  'taken-down': 'DECISION_VISIBILITY_CONTENT_REMOVED',
};

const AUTOMATION = {
  system: 'AUTOMATED_DECISION_FULLY',
  'curator-after-system': 'AUTOMATED_DECISION_PARTIALLY',
  curator: 'AUTOMATED_DECISION_NOT_AUTOMATED',
} as const satisfies Record<Restriction['decidedBy'], string>;

/** A decision holds wherever its clip could be seen: in the whole European Economic Area. */
const EVERYWHERE = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI'],
  ...['LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
];

/**
 * A statement of reasons as the Commission's transparency database takes it (schema of 1 July 2025), without fields that
 * would be empty. Nothing personal may be in it (Art. 24(5)): no prompt, no name, no curator's sentence.
 */
export function toTransparencyRecord(restriction: Restriction) {
  const { kind, requestId, version, locale, policies } = restriction;
  const { decision, facts, grounds } = sayStatement('en', restriction);
  const categories = [...new Set(policies.map(categoryOf))];
  const [category = OTHER_CATEGORY, ...more] = categories;
  return {
    decision_visibility: [VISIBILITY[kind]],
    ...(kind === 'not-made' && { decision_visibility_other: decision }),
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    incompatible_content_ground: shorten(grounds.map(({ title }) => title).join('; '), 500),
    incompatible_content_explanation: shorten(explain(restriction), 2000),
    content_type: contentOf(restriction),
    category,
    ...(more.length > 0 && { category_addition: more }),
    territorial_scope: EVERYWHERE,
    content_language: locale.toUpperCase(),
    content_date: restriction.contentAt.slice(0, 10),
    application_date: restriction.at.slice(0, 10),
    decision_facts: shorten(facts, 5000),
    source_type: restriction.reported ? 'SOURCE_TYPE_OTHER_NOTIFICATION' : 'SOURCE_VOLUNTARY',
    automated_detection: restriction.foundBySystem ? 'Yes' : 'No',
    automated_decision: AUTOMATION[restriction.decidedBy],
    puid: `${requestId}-${version}`,
  };
}

function categoryOf(policy: string): string {
  return Object.hasOwn(CATEGORIES, policy) ? CATEGORIES[policy as PolicyCode] : OTHER_CATEGORY;
}

function contentOf({ kind, withPicture }: Restriction): string[] {
  if (kind !== 'not-made') return ['CONTENT_TYPE_SYNTHETIC_MEDIA', 'CONTENT_TYPE_VIDEO'];
  return withPicture ? ['CONTENT_TYPE_IMAGE', 'CONTENT_TYPE_TEXT'] : ['CONTENT_TYPE_TEXT'];
}

/** What each policy says and what it is about. */
function explain({ policies }: Restriction): string {
  const each = policies.map((code) => {
    const covers = policyScope('en', code)?.covers;
    return [policyText('en', code).sentence, ...(covers ? [`It covers: ${covers}`] : [])].join(' ');
  });
  return each.length > 0 ? each.join(' ') : policyText('en', '').sentence;
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
