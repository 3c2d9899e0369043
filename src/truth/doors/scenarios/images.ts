import { OTHER, OWN, type Door, type DoorAnswer } from '../door';
import { ANY, corp, crossOriginDoors, door, element, NOSNIFF, SVG, type } from '../elements';

const PATH = '/pictures/cat.svg';
const IS_SVG = type('image/svg+xml');

const image = (url: string, crossOrigin?: string, after?: string) =>
  element('img', crossOrigin ? { crossOrigin, src: url } : { src: url }, after);

const answered = (id: string, answer: DoorAnswer, origin = OTHER): Door =>
  door(`img-${id}`, image(origin + PATH), { [origin + PATH]: answer });

const DRAW = [
  "const context = document.createElement('canvas').getContext('2d');",
  'context.drawImage(element, 0, 0);',
  "try { context.getImageData(0, 0, 1, 1); report('read'); } catch (error) { report(error.name, error.message); }",
  "try { context.canvas.toDataURL(); report('exported'); } catch (error) { report(error.name, error.message); }",
].join('\n');

const drawn = (id: string, origin: string, crossOrigin?: string): Door =>
  door(`img-canvas-${id}`, image(origin + PATH, crossOrigin, DRAW), {
    [origin + PATH]: { headers: [IS_SVG, ANY], body: SVG },
  });

export const IMAGE_DOORS: Door[] = [
  ...crossOriginDoors('img', PATH, { headers: [IS_SVG], body: SVG }, image).filter(
    ({ id }) => !id.endsWith('-anonymous-origin'),
  ),
  door(
    'img-new-image',
    `await new Promise((done) => { const image = new Image(); image.onload = () => { report('load', image.naturalWidth, image.complete); done(); }; image.onerror = () => { report('error'); done(); }; image.src = '${OTHER}${PATH}'; });`,
    { [OTHER + PATH]: { headers: [IS_SVG], body: SVG } },
  ),
  answered('corp-same-origin', { headers: [IS_SVG, corp('same-origin')], body: SVG }),
  answered('html', { headers: [type('text/html')], body: '<!doctype html><p>Hello' }),
  answered('html-nosniff', { headers: [type('text/html'), NOSNIFF], body: '<!doctype html><p>Hello' }),
  answered('json', { headers: [type('application/json')], body: '{"secret": 1}' }),
  answered('not-an-image', { headers: [type('image/png')], body: 'This is text.' }),
  answered('empty', { headers: [type('image/png')], body: '' }),
  answered('not-found', { status: 404, headers: [IS_SVG], body: SVG }),
  answered('not-found-html', { status: 404, headers: [type('text/html')], body: '<p>Not found' }),
  answered('own-html', { headers: [type('text/html')], body: '<!doctype html><p>Hello' }, OWN),
  answered('closed', { abort: true }),
  drawn('same-origin', OWN),
  drawn('tainted', OTHER),
  drawn('anonymous', OTHER, 'anonymous'),
];
