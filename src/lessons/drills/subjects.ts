/** What a topic of the drill is about, and the lesson that teaches it. */
interface Subject {
  words: string;
  lesson: string;
}

const families: Readonly<Record<string, Subject>> = {
  rule: { words: 'What the browser checks', lesson: 'the-servers-word' },
  missing: { words: 'The missing header', lesson: 'no-headers' },
  preflight: { words: 'When a preflight is needed', lesson: 'when-a-preflight-is-needed' },
  origin: { words: 'What an origin is', lesson: 'what-an-origin-is' },
  header: { words: 'The Origin header', lesson: 'the-servers-word' },
  exposed: { words: 'Which headers the code can read', lesson: 'expose-headers' },
  cookie: { words: 'Which cookies go along', lesson: 'samesite-cookies' },
};

const topics: Readonly<Record<string, Subject>> = {
  'rule/allow-origin-missing': { words: 'A missing Allow-Origin', lesson: 'no-headers' },
  'rule/allow-origin-mismatch': { words: 'Another origin in Allow-Origin', lesson: 'wrong-origin' },
  'rule/slash-at-the-end': { words: 'A slash after the origin', lesson: 'wrong-origin' },
  'rule/two-origins': { words: 'Two origins in one header', lesson: 'several-origins' },
  'rule/preflight-unanswered': { words: 'A preflight that nobody answers', lesson: 'preflight-not-handled' },
  'rule/preflight-status': { words: 'The status of the preflight’s answer', lesson: 'preflight-not-handled' },
  'rule/method-not-allowed': { words: 'A method that is not allowed', lesson: 'allow-methods' },
  'rule/header-not-allowed': { words: 'A request header that is not allowed', lesson: 'allow-headers' },
  'rule/wildcard-with-credentials': { words: 'The star with credentials', lesson: 'credentials' },
  'rule/allow-credentials-missing': { words: 'A missing Allow-Credentials', lesson: 'credentials' },
  'missing/allow-methods': { words: 'A missing Allow-Methods', lesson: 'allow-methods' },
  'missing/allow-headers': { words: 'A missing Allow-Headers', lesson: 'allow-headers' },
  'missing/allow-credentials': { words: 'A missing Allow-Credentials', lesson: 'credentials' },
};

export function subjectOf(topic: string): Subject {
  return topics[topic] ?? families[topic.slice(0, topic.indexOf('/'))] ?? { words: topic, lesson: 'the-guard' };
}

/** What went wrong in a run, one entry for each subject, with how often and whether it was answered right since. */
export function missedIn(
  answered: readonly { topic: string; isRight: boolean }[],
): (Subject & { times: number; isMended: boolean })[] {
  const bySubject = new Map<string, Subject & { times: number; isMended: boolean }>();
  const wrong = new Set(answered.flatMap(({ topic, isRight }) => (isRight ? [] : [topic])));
  for (const topic of wrong) {
    const subject = subjectOf(topic);
    const own = answered.filter((each) => each.topic === topic);
    const before = bySubject.get(subject.words) ?? { ...subject, times: 0, isMended: true };
    bySubject.set(subject.words, {
      ...before,
      times: before.times + own.filter(({ isRight }) => !isRight).length,
      isMended: before.isMended && own.at(-1)?.isRight === true,
    });
  }
  return [...bySubject.values()];
}
