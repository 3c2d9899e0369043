type Preference = string | number | boolean;

/** A profile that talks to the proxy only, for every host, and does as a fresh Firefox does otherwise. */
export function firefoxPreferences(port: number): string {
  const preferences: Record<string, Preference> = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'intl.accept_languages': 'en-US, en',
    'intl.locale.requested': 'en-US',
    ...off(UPGRADES),
    ...off(VISITORS),
    ...Object.fromEntries(NO_ADDRESS.map((name) => [name, ''])),
    'app.update.disabledForTesting': true,
    'browser.sessionhistory.max_total_viewers': 0,
    'browser.startup.page': 0,
    'dom.ipc.processCount': 1,
    'network.dns.disablePrefetch': true,
    'network.http.speculative-parallel-limit': 0,
    'network.trr.mode': 5,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** They change a request before it is made. */
const UPGRADES = [
  'dom.security.https_first',
  'dom.security.https_first_pbm',
  'dom.security.https_first_schemeless',
  'dom.security.https_only_mode',
  'network.lna.blocking',
  'network.lna.enabled',
];

/** They make requests of their own. */
const VISITORS = [
  'app.normandy.enabled',
  'app.update.enabled',
  'browser.discovery.enabled',
  'browser.newtabpage.enabled',
  'browser.region.update.enabled',
  'browser.safebrowsing.downloads.enabled',
  'browser.safebrowsing.malware.enabled',
  'browser.safebrowsing.phishing.enabled',
  'browser.search.update',
  'browser.shell.checkDefaultBrowser',
  'browser.topsites.contile.enabled',
  'browser.translations.enable',
  'datareporting.healthreport.uploadEnabled',
  'datareporting.policy.dataSubmissionEnabled',
  'dom.push.connection.enabled',
  'extensions.getAddons.cache.enabled',
  'extensions.systemAddon.update.enabled',
  'extensions.update.enabled',
  'geo.enabled',
  'identity.fxaccounts.enabled',
  'media.gmp-manager.updateEnabled',
  'network.captive-portal-service.enabled',
  'network.connectivity-service.enabled',
  'network.predictor.enabled',
  'network.prefetch-next',
  'toolkit.telemetry.enabled',
  'toolkit.telemetry.unified',
];
const NO_ADDRESS = ['toolkit.telemetry.server', 'browser.region.network.url'];

function off(names: readonly string[]): Record<string, Preference> {
  return Object.fromEntries(names.map((name) => [name, false]));
}
