import './said.css';

/** The number of a stop, wherever it recurs. */
export function StopTag({ number, tone }: { number: number | null; tone: 'way' | 'pass' | 'fail' }) {
  return number === null ? null : <b className={`stop-tag ${tone}`}>{number}</b>;
}
