import type { BrowserName } from '@/scenario/document';
import { documentOf, useScenario } from '@/stores/scenario';
import { themes, useUi, type Theme } from '@/stores/ui';
import { GateMark } from '@/ui/GateMark';
import { Picker } from '@/ui/Picker';
import { Switch, type Choice } from '@/ui/Switch';
import { CaseMenu } from './CaseMenu';
import { RunButton } from './RunButton';

const browsers: readonly Choice<BrowserName>[] = [
  { value: 'chromium', label: 'Chromium' },
  { value: 'firefox', label: 'Firefox' },
  { value: 'webkit', label: 'WebKit' },
  { value: 'standard', label: 'Standard' },
];

const themeLabels: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

/** The line on top: what is being tried, in whose eyes, and Run. */
export function Head({ onRun }: { onRun: () => void }) {
  const browser = useScenario((state) => documentOf(state).browser ?? 'chromium');
  const setBrowser = useScenario((state) => state.setBrowser);
  const { theme, setTheme } = useUi();

  return (
    <header className="flex h-[46px] flex-none items-center gap-4 border-b border-hairline px-4 max-desk:h-12 max-desk:gap-2 max-desk:px-3">
      <h1 className="flex items-center gap-2.5 font-[650] tracking-[-0.005em] whitespace-nowrap">
        <GateMark />
        <span className="max-desk:sr-only">CORS, gate by gate</span>
      </h1>
      <CaseMenu />
      <div className="flex-1" />
      <Switch
        label="Browser"
        as="radiogroup"
        choices={browsers}
        value={browser}
        onChange={setBrowser}
        className="h-(--hit) max-desk:hidden"
      />
      <Picker
        label="Theme"
        value={theme}
        onChange={(chosen) => setTheme(themes.find((known) => known === chosen) ?? 'system')}
        className="flex-none text-ink-2 max-wide:[&>span]:sr-only"
      >
        {themes.map((known) => (
          <option key={known} value={known}>
            {themeLabels[known]}
          </option>
        ))}
      </Picker>
      <RunButton onRun={onRun} />
    </header>
  );
}
