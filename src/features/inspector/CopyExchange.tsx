import { useState } from 'react';
import { asCurl, asFetch } from '@/explain/as-command';
import type { Exchange } from '@/scenario/result';
import { copyText } from '@/ui/copy-text';

/** The request of an exchange, to run it elsewhere. Where the page may not use the clipboard, it stands there to be copied. */
export function CopyExchange({ exchange }: { exchange: Exchange }) {
  const [done, setDone] = useState<{ text: string; isCopied: boolean }>();
  const copy = (text: string) => void copyText(text).then((isCopied) => setDone({ text, isCopied }));
  return (
    <div className="copy">
      <button type="button" onClick={() => copy(asCurl(exchange))}>
        Copy as curl
      </button>
      {exchange.kind === 'actual' && exchange.from === 'browser' && (
        <button type="button" onClick={() => copy(asFetch(exchange))}>
          Copy as fetch
        </button>
      )}
      <span role="status">{done?.isCopied && 'Copied.'}</span>
      {done && !done.isCopied && <pre>{done.text}</pre>}
    </div>
  );
}
