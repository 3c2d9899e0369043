/** How Chromium (KURL::ElidedString) and WebKit (URL::stringCenterEllipsizedToLength) write URLs that are too long for a line. */

const LONGEST = 1024;

export function elided(url: string): string {
  return url.length <= LONGEST ? url : `${url.slice(0, LONGEST / 2 - 1)}...${url.slice(-(LONGEST / 2 - 2))}`;
}
