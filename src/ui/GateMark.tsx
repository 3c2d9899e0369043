/** The product's mark: two walls of a channel and a gate that is down. */
export function GateMark() {
  return (
    <svg
      width="22"
      height="18"
      viewBox="0 0 22 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
      className="flex-none"
    >
      <path d="M1 6h8M13 6h8M1 14h8M13 14h8" />
      <path d="M9 1v13M13 1v13" />
      <rect x="10" y="6" width="2.2" height="8" fill="currentColor" stroke="none" />
    </svg>
  );
}
