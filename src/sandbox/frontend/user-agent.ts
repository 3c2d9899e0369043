import type { BrowserName } from '@/engine';

const CHROMIUM =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** What navigator.userAgent says in the versions whose behaviour is simulated. */
export function userAgent(browser: BrowserName): string {
  switch (browser) {
    case 'standard':
    case 'chromium':
      return CHROMIUM;
    case 'firefox':
      return 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
    case 'webkit':
      return 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';
  }
}
