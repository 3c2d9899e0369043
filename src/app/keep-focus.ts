/** Whoever works with keys never loses their place: where what has the focus goes away, the focus moves to what stands there now. */

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';
/** What stands for a place of its own, and may have the focus where nothing in it can. */
const PLACES = 'main, section, dialog, [role="tabpanel"]';
/** Comes and goes beside the work: behind it the focus goes back to where it was before. */
const NOTICES = '[role="status"], [role="alert"], [role="note"]';
/** Milliseconds in which a part may move the focus by itself. */
const GRACE = 60;

interface Step {
  element: Element;
  /** Among the children of what is around it. */
  index: number;
}

/** From the focused element outwards. */
function pathOf(element: Element): Step[] {
  const path: Step[] = [];
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    path.push({ element: at, index: at.parentElement ? [...at.parentElement.children].indexOf(at) : 0 });
  }
  return path;
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

function focusablesIn(place: Element): HTMLElement[] {
  const own = place.matches(FOCUSABLE) ? [place] : [];
  return [...own, ...place.querySelectorAll(FOCUSABLE)].filter(isShown) as HTMLElement[];
}

/** What stands where the path led: in the same place among its neighbours, else further out. */
function standIn(path: readonly Step[], before: Element | undefined): HTMLElement | undefined {
  const kept = path.findIndex(({ element }) => element.isConnected);
  const gone = path.slice(0, kept === -1 ? path.length : kept);
  if (gone.some(({ element }) => element.matches(NOTICES)) && before?.isConnected) return before as HTMLElement;
  let index = gone.at(-1)?.index ?? 0;
  const isPage = gone.some(({ element }) => element.matches('main') || element.querySelector('main'));
  for (const { element: around, index: own } of isPage || kept === -1 ? [] : path.slice(kept)) {
    const children = [...around.children];
    for (const child of [...children.slice(index), ...children.slice(0, index).reverse()]) {
      const found = focusablesIn(child)[0];
      if (found) return found;
    }
    if (around.matches(PLACES) && isShown(around)) return around as HTMLElement;
    index = own;
  }
  // Another page, or nothing left of this one's part.
  return document.querySelector<HTMLElement>('main') ?? undefined;
}

export function keepFocus(): void {
  const now = document.activeElement;
  let path: Step[] = now && now !== document.body ? pathOf(now) : [];
  let before: Element | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isLost = (): boolean =>
    path.length > 0 && !path[0]!.element.isConnected && (document.activeElement ?? document.body) === document.body;
  const look = (): void => {
    timer = undefined;
    if (!isLost()) return;
    const target = standIn(path, before);
    path = [];
    if (!target) return;
    if (!target.matches(FOCUSABLE) && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: target.matches(PLACES) });
  };

  document.addEventListener('focusin', ({ target }) => {
    // A pointer knows where it is, and on a phone a field would bring up the keyboard.
    const element = target instanceof Element && target.matches(':focus-visible, main') ? target : undefined;
    const last = path[0]?.element;
    if (last && last !== element && !element?.closest(NOTICES)?.contains(last)) before = last;
    path = element ? pathOf(element) : [];
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    // It went to nothing by the reader's own doing, not because it went away.
    if (relatedTarget === null && target instanceof Element && target.isConnected && document.hasFocus()) {
      queueMicrotask(() => {
        if (target.isConnected) path = [];
      });
    }
  });
  new MutationObserver(() => {
    if (timer === undefined && isLost()) timer = setTimeout(look, GRACE);
  }).observe(document.body, { childList: true, subtree: true });
}
