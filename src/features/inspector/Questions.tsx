import type { Question } from '@/explain';
import { Icon } from '@/ui/Icon';
import { Said, type SaidPart } from '@/ui/Said';
import './questions.css';

/** A question whose reason may hold links. */
export type LinkedQuestion = Omit<Question, 'because'> & { because: readonly SaidPart[] };

/** What people ask about a request. An answer that is not known yet keeps its place. */
export function Questions({ questions, here }: { questions: readonly LinkedQuestion[]; here: number }) {
  return (
    <ul className="questions">
      {questions.map((question) => {
        const known = question.stop <= here;
        const tone = !known ? 'none' : question.answer === 'Yes' ? 'allowed' : question.good ? 'way' : 'blocked';
        return (
          <li key={question.question} className={tone}>
            <Icon shape={tone} />
            <span>{question.question}</span>
            <b>{known ? question.answer : ''}</b>
            <small className={known ? undefined : 'unseen'}>
              <Said sentence={question.because} />
            </small>
          </li>
        );
      })}
    </ul>
  );
}
