import { type ReactNode, useEffect, useRef } from 'react';

/** On a phone, the tools there is no room for. Escape and a press elsewhere close it. */
export function MoreMenu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const element = menu.current!;
    const inside = (event: Event) => event.target instanceof Node && element.contains(event.target);
    const leave = (event: PointerEvent) => {
      if (!inside(event)) element.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open || !inside(event)) return;
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details ref={menu} className="more">
      <summary className="tool">More</summary>
      <div className="more-tools">{children}</div>
    </details>
  );
}
