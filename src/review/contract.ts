/** What a review of the servers finds, and what an attacker's page could do. Plain values. */

import type { Sentence } from '@/explain';
import type { Scenario, Server } from '@/scenario/document';

/** The review asks the learner's own servers, so everything it says comes out of such runs. */
export type { Simulate } from '@/simulation/ask';

/**
 * Every kind of finding: the closed, documented list (docs/review.md).
 * `severe` opens a door to pages of others, `warning` breaks something or opens more than it should, `note` has no effect.
 */
export const FINDING_KINDS = [
  // who may read
  'any-origin-with-credentials',
  'any-origin-reflected',
  'origin-pattern-too-wide',
  'shared-suffix-allowed',
  'any-subdomain-allowed',
  'null-origin-allowed',
  'insecure-origin-allowed',
  'other-port-allowed',
  'private-server-readable',
  'credentials-never-used',
  // what breaks
  'wildcard-with-credentials',
  'allow-origin-several-values',
  'allow-origin-not-an-origin',
  'allow-credentials-not-true',
  'repeated-header',
  'vary-origin-missing',
  'answers-differ',
  'preflight-demands-login',
  'error-answer-without-cors',
  'permission-on-wrong-answer',
  'request-not-covered',
  'exposed-header-missing',
  // what has no effect
  'option-without-effect',
  'list-unreadable',
  'wildcard-taken-literally',
  'method-without-effect',
  'header-without-effect',
  'answer-without-effect',
  'authorization-under-wildcard',
  'max-age-above-cap',
  'max-age-unreadable',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export type Severity = 'severe' | 'warning' | 'note';

/** Where it stands: a line of code (1-based), or a header row of a route. */
export type Place = { in: 'code'; line: number } | { in: 'routes'; route: number; header?: string };

/** A scenario that shows what a finding says, run before the finding was made. */
export interface Demonstration {
  /** What will be seen: "https://evil.example reads GET /me". */
  title: string;
  scenario: Scenario;
}

export interface Finding {
  kind: FindingKind;
  severity: Severity;
  /** Origin of the server. */
  server: string;
  sentence: Sentence;
  /** What to do instead. */
  advice: Sentence;
  /** The origin that slips through, where one was found. */
  proof?: string;
  place: Place | null;
  /** null: there is nothing to see, because nothing goes wrong. */
  demonstration: Demonstration | null;
}

/** What a server was asked. */
export interface Tried {
  server: string;
  kind: Server['kind'];
  /** "GET /users" */
  requests: string[];
  /** How many questions the server was asked, by how many origins. */
  probes: number;
  origins: string[];
  /** Why the server could not be asked; nothing is said about it then. */
  failure?: string;
}

export interface Review {
  /** The severe first; by server, in the scenario's order. */
  findings: Finding[];
  tried: Tried[];
}
