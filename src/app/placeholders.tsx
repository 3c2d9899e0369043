export const InspectorPanel = () => <section aria-label="Inspector" className="flex-1" />;
export const VerdictBar = () => <div role="status" aria-label="Verdict" className="h-10 border-y border-hairline" />;
