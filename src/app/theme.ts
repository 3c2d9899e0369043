import { themes, useUi, type Theme } from '@/stores/ui';

const key = 'cors-gate-by-gate/theme';

/** Shows the chosen theme and remembers it. With `system` the root carries no mark and the media query decides. */
export function keepTheme(page: Window): void {
  const root = page.document.documentElement;
  const show = (theme: Theme): void => {
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  try {
    const saved = themes.find((theme) => theme === page.localStorage.getItem(key));
    if (saved) useUi.getState().setTheme(saved);
  } catch {
    useUi.getState().setTheme('system');
  }
  show(useUi.getState().theme);
  useUi.subscribe(({ theme }, before) => {
    if (theme === before.theme) return;
    show(theme);
    try {
      page.localStorage.setItem(key, theme);
    } catch {
      return;
    }
  });
}
