import './said.css';

export type IconShape = 'allowed' | 'blocked' | 'opaque' | 'failed' | 'way' | 'none';

/** An outcome's shape beside its word: disc and tick, square and cross, sealed and hatched, triangle; a way's diamond. */
export function Icon({ shape }: { shape: IconShape }) {
  return (
    <svg className={`said-icon ${shape}`} viewBox="0 0 12 12" aria-hidden="true">
      {DRAWINGS[shape]}
    </svg>
  );
}

const DRAWINGS: Record<IconShape, React.ReactNode> = {
  allowed: (
    <>
      <circle cx="6" cy="6" r="6" />
      <path className="sign" d="M3 6.2 5.3 8.5 9.2 3.7" />
    </>
  ),
  blocked: (
    <>
      <rect width="12" height="12" />
      <path className="sign" d="M3.3 3.3 8.7 8.7M8.7 3.3 3.3 8.7" />
    </>
  ),
  opaque: (
    <>
      <rect className="drawn" x="0.6" y="1.6" width="10.8" height="8.8" />
      <path className="line" d="M.8 6.4 5.4 1.8M.8 10.2 9.2 1.8M4.8 10.2 11.2 3.8M8.6 10.2 11.2 7.6" />
    </>
  ),
  failed: (
    <>
      <path d="M6 0.4 12 11.4H0z" />
      <path className="sign" d="M6 4.2v3.4M6 9.2v.4" />
    </>
  ),
  way: <path className="drawn" d="M6 .9 11.1 6 6 11.1.9 6z" />,
  none: <rect x="1" y="5.2" width="10" height="1.6" />,
};
