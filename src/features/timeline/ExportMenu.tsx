import { useRef } from 'react';
import type { Run } from '@/explain';

type Format = 'mermaid' | 'har';

const FORMATS: readonly { format: Format; label: string }[] = [
  { format: 'mermaid', label: 'Mermaid sequence diagram' },
  { format: 'har', label: 'Exchanges as HAR' },
];

/** Takes the run along as a file. What writes the files comes with the first press. */
export function ExportMenu({ run }: { run: Run }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const choose = (format: Format) => {
    menu.current?.removeAttribute('open');
    menu.current?.querySelector('summary')?.focus();
    void import('./export').then(({ download }) => download(run, format));
  };
  return (
    <details ref={menu} className="export">
      <summary>Export</summary>
      <ul>
        {FORMATS.map(({ format, label }) => (
          <li key={format}>
            <button type="button" onClick={() => choose(format)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
