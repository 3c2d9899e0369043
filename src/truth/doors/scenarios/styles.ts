import { OTHER, OWN, type Door, type DoorAnswer } from '../door';
import { ANY, corp, crossOriginDoors, door, element, NOSNIFF, type } from '../elements';

const PATH = '/styles/main.css';
const CSS = type('text/css');
const BODY = 'body { color: navy }';

const link = (url: string, crossOrigin?: string) =>
  element('link', { rel: 'stylesheet', ...(crossOrigin ? { crossOrigin } : {}), href: url });

const answered = (id: string, answer: DoorAnswer, origin = OTHER): Door =>
  door(`link-${id}`, link(origin + PATH), { [origin + PATH]: answer });

const font = (id: string, origin: string, answer: DoorAnswer): Door =>
  door(
    `font-${id}`,
    `try { await new FontFace('Own', 'url(${origin}/fonts/own.woff2)').load(); report('load'); } catch (error) { report(error.name); }`,
    { [`${origin}/fonts/own.woff2`]: { headers: [type('font/woff2')], body: 'no font', ...answer } },
  );

export const STYLE_DOORS: Door[] = [
  ...crossOriginDoors('link', PATH, { headers: [CSS], body: BODY }, link).filter(
    ({ id }) => !id.endsWith('-same-origin-anonymous') && !id.endsWith('-anonymous-origin'),
  ),
  answered('html', { headers: [type('text/html')], body: '<!doctype html><p>Hello' }),
  answered('text', { headers: [type('text/plain')], body: BODY }),
  answered('text-nosniff', { headers: [type('text/plain'), NOSNIFF], body: BODY }),
  answered('own-text', { headers: [type('text/plain')], body: BODY }, OWN),
  answered('corp-same-origin', { headers: [CSS, corp('same-origin')], body: BODY }),
  answered('not-found', { status: 404, headers: [CSS], body: BODY }),
  font('refused', OTHER, {}),
  font('not-found', OTHER, { status: 404, headers: [ANY] }),
];
