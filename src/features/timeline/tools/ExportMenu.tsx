import { memo, useState } from 'react';
import type { Run } from '@/explain';
import type { Format } from '../export';
import type { Plan } from '../plan';
import { Menu } from './Menu';

const FORMATS: readonly { format: Format; label: string }[] = [
  { format: 'svg', label: 'Picture as SVG' },
  { format: 'png', label: 'Picture as PNG' },
  { format: 'mermaid', label: 'Mermaid sequence diagram' },
  { format: 'har', label: 'Exchanges as HAR' },
];

/** Takes the run along as a file. What writes the files comes with the first press. */
export const ExportMenu = memo(function ExportMenu({ run, plan }: { run: Run; plan: Plan }) {
  const [problem, setProblem] = useState('');
  const download = (format: Format) => {
    setProblem('');
    import('../export')
      .then((part) => part.download(run, plan, format))
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  return (
    <div className="export">
      <Menu label="Export" className="">
        {(close) => (
          <ul>
            {FORMATS.map(({ format, label }) => (
              <li key={format}>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    download(format);
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Menu>
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
});
