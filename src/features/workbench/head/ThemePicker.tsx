import { themes, useUi, type Theme } from '@/stores/ui';
import { Picker } from '@/ui/Picker';

const labels: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

export function ThemePicker({ isLabelled = false }: { isLabelled?: boolean }) {
  const { theme, setTheme } = useUi();
  return (
    <Picker
      label="Theme"
      value={theme}
      onChange={(chosen) => setTheme(themes.find((known) => known === chosen) ?? 'system')}
      shows={isLabelled ? 'label' : 'label-if-room'}
      className="flex-none text-ink-2"
    >
      {themes.map((known) => (
        <option key={known} value={known}>
          {labels[known]}
        </option>
      ))}
    </Picker>
  );
}
