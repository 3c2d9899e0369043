/** The fragment of the workbench's address: parts joined by `&`, `scenario=…` among them in a link that was shared. */

export const SCENARIO_PART = 'scenario=';

/** The encoded scenario in a fragment; undefined where there is none. */
export function sharedCode(hash: string): string | undefined {
  return parts(hash)
    .find((part) => part.startsWith(SCENARIO_PART))
    ?.slice(SCENARIO_PART.length);
}

/** All but the scenario. */
export function otherParts(hash: string): string[] {
  return parts(hash).filter((part) => !part.startsWith(SCENARIO_PART));
}

function parts(hash: string): string[] {
  return hash.startsWith('#/') ? [] : hash.replace(/^#/, '').split('&').filter(Boolean);
}
