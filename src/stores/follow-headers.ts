import { markHeader, useMarkedHeader } from './marked-header';

/** Marks from everything in the document that has a header's name. Returns what stops it. */
export function followHeaders(document: Document): () => void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const show = (name: string | null) => sheet.replaceSync(name === null ? '' : rulesFor(name));
  const look = (event: Event) => {
    const place =
      event.target instanceof Element ? event.target.closest('[data-header], [data-headers-by-place]') : null;
    if (place?.hasAttribute('data-headers-by-place')) return;
    markHeader(place?.getAttribute('data-header')?.split(' ')[0] || null);
  };
  const leave = () => markHeader(null);
  const stop = useMarkedHeader.subscribe(({ name }) => show(name));
  document.addEventListener('pointerover', look);
  document.addEventListener('focusin', look);
  document.addEventListener('focusout', leave);
  return () => {
    stop();
    document.removeEventListener('pointerover', look);
    document.removeEventListener('focusin', look);
    document.removeEventListener('focusout', leave);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** One rule marks everything there is and everything that is still to come, without a rendering. */
function rulesFor(name: string): string {
  const here = `[data-header~="${CSS.escape(name)}"]`;
  return `${here} { --header-mark: var(--highlight); }`;
}
