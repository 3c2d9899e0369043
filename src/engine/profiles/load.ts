import type { BrowserName } from '../contract';
import { CHROMIUM } from './chromium';
import type { Profile } from './profile';

/** Chromium, which is asked first, comes with the engine; the others come when they are asked. */
export async function loadProfile(name: BrowserName): Promise<Profile> {
  switch (name) {
    case 'chromium':
      return CHROMIUM;
    case 'firefox':
      return (await import('./firefox')).FIREFOX;
    case 'webkit':
      return (await import('./webkit')).WEBKIT;
    case 'standard':
      return (await import('./standard')).STANDARD;
  }
}
