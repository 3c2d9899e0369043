import { type KeyboardEvent, useRef, useState } from 'react';
import type { Run } from '@/explain';
import type { Format } from '../export';
import type { Plan } from '../plan';

const FORMATS: readonly { format: Format; label: string }[] = [
  { format: 'svg', label: 'Picture as SVG' },
  { format: 'png', label: 'Picture as PNG' },
  { format: 'mermaid', label: 'Mermaid sequence diagram' },
  { format: 'har', label: 'Exchanges as HAR' },
];

/** Takes the run along as a file. What writes the files comes with the first press. */
export function ExportMenu({ run, plan }: { run: Run; plan: Plan }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [problem, setProblem] = useState('');
  const close = () => {
    menu.current?.removeAttribute('open');
    menu.current?.querySelector('summary')?.focus();
  };
  const choose = (format: Format) => {
    close();
    setProblem('');
    import('../export')
      .then(({ download }) => download(run, plan, format))
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
  return (
    <div className="export">
      <details ref={menu}>
        <summary onKeyDown={onKey}>Export</summary>
        <ul>
          {FORMATS.map(({ format, label }) => (
            <li key={format}>
              <button type="button" onClick={() => choose(format)} onKeyDown={onKey}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}
