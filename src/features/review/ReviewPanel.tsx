import { useEffect } from 'react';
import { changesIn, type Review } from '@/review';
import { useReview } from '@/stores/review';
import { useScenario } from '@/stores/scenario';
import { AttackView } from './AttackView';
import { Findings } from './Findings';
import { reviewNow, subjectOf } from './run-review';
import { Tried } from './Tried';
import { TryAgain } from './TryAgain';
import './review.css';

/** Typing rests for so long before the servers are asked anew. */
const PAUSE = 700;

/** What the policy of the servers opens, breaks and says in vain; and what a page of somebody else can do. */
export function ReviewPanel() {
  const subject = useScenario(subjectOf);
  const { status, review, failure, subject: reviewed } = useReview();
  useEffect(() => {
    const isFirst = useReview.getState().review === undefined;
    const timer = setTimeout(() => void reviewNow({ patient: false }), isFirst ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [subject]);

  const isCurrent = status === 'done' && reviewed === subject;
  return (
    <div className="review">
      <section aria-label="Policy review" aria-busy={status === 'running'}>
        <h3>What these servers’ answers open, break, and say in vain</h3>
        <p role="status" className="summary">
          {status === 'failed'
            ? `The servers could not be asked: ${failure}`
            : isCurrent && review
              ? summaryOf(review)
              : 'Asking the servers…'}
        </p>
        {status === 'failed' && <TryAgain onPress={() => void reviewNow({ patient: false })} />}
        {isCurrent && review?.findings.length === 0 && <ElsewhereToo />}
        {review && <Findings review={review} isCurrent={isCurrent} />}
        {review && <Tried tried={review.tried} />}
      </section>
      <AttackView isCurrent={isCurrent} />
    </div>
  );
}

/** What a review of answers has nothing to say about: that a request arrives and does its work, whoever may read the answer. */
function ElsewhereToo() {
  const changing = useReview(({ attacks }) =>
    Math.max(0, ...Object.values(attacks).map((rows) => (Array.isArray(rows) ? changesIn(rows) : 0))),
  );
  if (changing === 0) return null;
  return (
    <p>
      That is about who reads. What {changing === 1 ? 'a request' : 'requests'} of somebody else’s page can change all
      the same stands under “Seen from”.
    </p>
  );
}

const NAMES = { severe: ['severe', 'severe'], warning: ['warning', 'warnings'], note: ['note', 'notes'] } as const;

function summaryOf({ findings, tried }: Review): string {
  if (findings.length === 0) {
    return tried.every(({ failure }) => failure)
      ? 'No server could be asked.'
      : 'Nothing found. For this page, for strangers and for look-alikes, no answer lets a stranger in as the visitor, breaks for a page that is let in, or says what no browser heeds.';
  }
  const counted = (['severe', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${NAMES[severity][count === 1 ? 0 : 1]}`];
  });
  return `${counted.join(', ')}.`;
}
