import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { Picker } from '@/ui/Picker';
import { clients, frontendStarter } from './clients';

/** Who asks: a browser, an app's webview, a native app, or curl. */
export function ClientPicker() {
  const client = useScenario((state) => documentOf(state).client ?? 'browser');
  const setClient = useScenario((state) => state.setClient);
  return (
    <Picker
      label="Client"
      shows="value"
      value={client}
      onChange={(chosen) => {
        const next = clients.find(({ value }) => value === chosen)?.value ?? 'browser';
        const { result, scenario } = useRun.getState();
        setClient(next, frontendStarter(next, documentOf(useScenario.getState()), scenario, result));
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
