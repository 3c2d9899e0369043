import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Run } from '@/explain';
import { layOut } from '../layout';
import type { Plan } from '../plan';
import { Whole } from './Whole';

/** Width that the run is laid out for, in CSS pixels; a long run gets wider. */
const WIDTH = 1440;

/** What of the page's styles a drawing needs to stand by itself. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
];

/** The whole run as an SVG document of its own, in light colours whatever the theme. Draws it out of sight for a moment. */
export function svgOf(run: Run, plan: Plan): string {
  const host = document.createElement('div');
  host.className = 'timeline on-paper';
  host.style.cssText = 'position: fixed; left: -100000px; top: 0';
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() => root.render(<Whole run={run} geometry={layOut(run, WIDTH, plan)} />));
    const drawing = host.querySelector('svg');
    if (!drawing) throw new Error('The run could not be drawn.');
    const elements = [...drawing.querySelectorAll('*')];
    for (const element of elements) takeStyles(element);
    // Only now: the style of what is inside depends on the classes around it.
    for (const element of [drawing, ...elements]) element.removeAttribute('class');
    return `${new XMLSerializer().serializeToString(drawing)}\n`;
  } finally {
    root.unmount();
    host.remove();
  }
}

function takeStyles(element: Element): void {
  const computed = getComputedStyle(element);
  const isText = element.closest('text') !== null;
  for (const name of STYLES) {
    if (name.startsWith('font') && !isText) continue;
    const value = computed.getPropertyValue(name);
    if (value !== '') element.setAttribute(name, value.replaceAll('"', "'"));
  }
}

/** Pixels of the image for one of the drawing, as far as a canvas of every browser goes. */
const SCALE = 2;
const LARGEST = 16_000;

/** The same drawing as an image. Rejects where the browser cannot draw one so large. */
export async function pngOf(run: Run, plan: Plan): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(run, plan))}`;
  await image.decode();
  const scale = Math.min(SCALE, LARGEST / image.width, LARGEST / image.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser could not turn the drawing into an image.');
  return blob;
}
