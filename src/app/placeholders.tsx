export const InspectorPanel = () => <section aria-label="Inspector" className="flex-1" />;
