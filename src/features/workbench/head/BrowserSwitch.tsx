import type { BrowserName } from '@/scenario/document';
import { documentOf, useScenario } from '@/stores/scenario';
import { Switch, type Choice } from '@/ui/Switch';

const browsers: readonly Choice<BrowserName>[] = [
  { value: 'chromium', label: 'Chromium' },
  { value: 'firefox', label: 'Firefox' },
  { value: 'webkit', label: 'WebKit' },
  { value: 'standard', label: 'Standard' },
];

/** Whose rules and console words the run has. */
export function BrowserSwitch({ className = '' }: { className?: string }) {
  const browser = useScenario((state) => documentOf(state).browser ?? 'chromium');
  const setBrowser = useScenario((state) => state.setBrowser);
  return (
    <Switch
      label="Browser"
      as="radiogroup"
      choices={browsers}
      value={browser}
      onChange={setBrowser}
      className={`h-(--hit) ${className}`}
    />
  );
}
