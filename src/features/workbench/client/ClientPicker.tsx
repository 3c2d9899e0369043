import { documentOf, useScenario } from '@/stores/scenario';
import { sayNotLoaded } from '@/stores/sharing';
import { Picker } from '@/ui/Picker';
import { clients } from './clients';

/** Who asks: a browser, an app's webview, a native app, or curl. */
export function ClientPicker() {
  const client = useScenario((state) => documentOf(state).client ?? 'browser');
  return (
    <Picker
      label="Client"
      shows="value"
      value={client}
      onChange={(chosen) => {
        const next = clients.find(({ value }) => value === chosen)?.value ?? 'browser';
        void import('./switch-client').then(({ switchClient }) => switchClient(next), sayNotLoaded);
      }}
    >
      {clients.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Picker>
  );
}
