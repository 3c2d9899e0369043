import { classic } from './classic';
import { headerNotAllowed } from './header-not-allowed';
import { methodNotAllowed } from './method-not-allowed';
import { noCorsHeaders } from './no-cors-headers';
import { noPreflight } from './no-preflight';
import type { Preset } from './preset';
import { preflightNeedsLogin } from './preflight-needs-login';
import { preflightUnhandled } from './preflight-unhandled';
import { preflightedPut } from './preflighted-put';
import { sameOrigin } from './same-origin';
import { wildcardWithCredentials } from './wildcard-with-credentials';
import { wrongOrigin } from './wrong-origin';

export type { Preset } from './preset';

/** In the order of the menu, group by group. */
export const presets: readonly Preset[] = [
  classic,
  noCorsHeaders,
  wrongOrigin,
  preflightUnhandled,
  preflightNeedsLogin,
  methodNotAllowed,
  headerNotAllowed,
  wildcardWithCredentials,
  noPreflight,
  preflightedPut,
  sameOrigin,
];

/** What the workbench shows first. */
export const defaultPreset = classic;
