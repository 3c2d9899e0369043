import { documentOf, useScenario } from '@/stores/scenario';

/** A "disable CORS" browser extension. Only browsers have extensions. */
export function ExtensionSwitch() {
  const isBrowser = useScenario((state) => (documentOf(state).client ?? 'browser') === 'browser');
  const isOn = useScenario((state) => documentOf(state).extension ?? false);
  const setExtension = useScenario((state) => state.setExtension);
  if (!isBrowser) return null;
  return (
    <label className="flex items-center gap-1.5 text-small whitespace-nowrap text-ink-2 hover:text-ink max-desk:min-h-11">
      <input type="checkbox" checked={isOn} onChange={(event) => setExtension(event.target.checked)} />
      “Disable CORS” extension
    </label>
  );
}
