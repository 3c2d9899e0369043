import { isHttpUrl } from '@/scenario/addresses';
import type { ProxyServer } from '@/scenario/document';
import { CheckedField } from '@/ui/CheckedField';

interface ProxyEditorProps {
  server: ProxyServer;
  onChange: (server: ProxyServer) => void;
}

const targetProblem = (text: string) => (isHttpUrl(text) ? undefined : 'A URL such as https://api.example.com');
const prefixProblem = (text: string) => (text === '' || text.startsWith('/') ? undefined : 'A path that starts with /');

/** What a reverse proxy passes on, and where to. */
export function ProxyEditor({ server, onChange }: ProxyEditorProps) {
  return (
    <div className="min-h-0 flex-1 px-4 py-2 text-ink-2 max-desk:px-3">
      <div className="grid max-w-[64ch] grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1">
        <span aria-hidden="true">Requests below</span>
        <CheckedField
          label="Prefix"
          value={server.prefix}
          check={prefixProblem}
          onChange={(prefix) => onChange({ ...server, prefix })}
          className="address-field"
        />
        <span aria-hidden="true">go on to</span>
        <CheckedField
          label="Target"
          value={server.target}
          check={targetProblem}
          onChange={(target) => onChange({ ...server, target })}
          inputMode="url"
          className="address-field"
        />
      </div>
      <p className="mt-2 max-w-[64ch] text-small">
        The prefix is cut off. The rest goes from server to server, without CORS. Everything else gets 404.
      </p>
    </div>
  );
}
