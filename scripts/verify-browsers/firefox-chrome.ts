/** Functions that run in Firefox's own window, as text: they see the console service and clear what is kept. */

/** Trusts our authority for this profile. */
export function trustAuthority(pem: string): string {
  const base64 = pem.replace(/-----[A-Z ]+-----|\s/g, '');
  return `() => {
    const database = Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB);
    database.addCertFromBase64(${JSON.stringify(base64)}, 'CTu,u,u');
  }`;
}

/** Collects what is written to the console: not all of it reaches WebDriver. */
export const LISTEN = `() => {
  const window = Services.wm.getMostRecentWindow(null);
  window.corsLines = [];
  window.corsListener = {
    QueryInterface: ChromeUtils.generateQI(['nsIConsoleListener']),
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError)) return;
      if (/^chrome/.test(message.category) || /^(chrome|resource):/.test(message.sourceName)) return;
      const level = message.flags & 1 ? 'warn' : message.flags & 8 ? 'info' : 'error';
      window.corsLines.push({ level, text: message.errorMessage });
    },
  };
  Services.console.registerListener(window.corsListener);
}`;

export const TAKE_LINES = `() => {
  const window = Services.wm.getMostRecentWindow(null);
  return JSON.stringify(window.corsLines.splice(0));
}`;

export const FORGET = `() => new Promise((resolve) => {
  const { CLEAR_COOKIES, CLEAR_NETWORK_CACHE, CLEAR_PREFLIGHT_CACHE, CLEAR_AUTH_CACHE, CLEAR_HSTS } = Ci.nsIClearDataService;
  const all = CLEAR_COOKIES | CLEAR_NETWORK_CACHE | CLEAR_PREFLIGHT_CACHE | CLEAR_AUTH_CACHE | CLEAR_HSTS;
  Services.clearData.deleteData(all, () => resolve());
})`;
