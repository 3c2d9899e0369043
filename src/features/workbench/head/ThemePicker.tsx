import { themes, useUi, type Theme } from '@/stores/ui';
import { Picker } from '@/ui/Picker';

const labels: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

export function ThemePicker({ className = '' }: { className?: string }) {
  const { theme, setTheme } = useUi();
  return (
    <Picker
      label="Theme"
      value={theme}
      onChange={(chosen) => setTheme(themes.find((known) => known === chosen) ?? 'system')}
      className={`flex-none text-ink-2 ${className}`}
    >
      {themes.map((known) => (
        <option key={known} value={known}>
          {labels[known]}
        </option>
      ))}
    </Picker>
  );
}
