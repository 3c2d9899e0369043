import type { Server } from '@/scenario/document';
import { documentOf, useScenario } from '@/stores/scenario';
import { CheckedField } from '@/ui/CheckedField';
import { Picker } from '@/ui/Picker';
import { AddedServer, noteAdded } from './AddedServer';
import { KeptState } from './KeptState';
import {
  NODE_ENV,
  nodeEnvOf,
  nodeEnvs,
  variablesFrom,
  variablesOf,
  variablesProblem,
  withNodeEnv,
} from './environment';

const action = 'h-(--hit) flex-none text-ink-2 hover:text-ink';

/** What surrounds the server's code: its environment, a cache in front of it, and the other servers. */
export function ServerSettings({ server }: { server: Server }) {
  const count = useScenario((state) => documentOf(state).servers.length);
  const serverIndex = useScenario((state) => state.serverIndex);
  const presetId = useScenario((state) => state.presetId);
  const { addServer, editServer, removeServer } = useScenario.getState();
  const hasCode = server.kind === 'express' || server.kind === 'flask' || server.kind === 'django';

  return (
    <div className="flex min-h-8 flex-none flex-wrap items-center gap-x-4 border-t border-hairline px-4 text-small text-ink-2 max-desk:px-3">
      {server.kind === 'express' && (
        <Picker
          label={NODE_ENV}
          value={nodeEnvOf(server)}
          onChange={(value) => editServer((old) => withNodeEnv(old, value), 'chosen')}
        >
          {nodeEnvs.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </Picker>
      )}
      {hasCode && (
        <span className="flex min-w-44 flex-1 items-center gap-1.5">
          <span aria-hidden="true">Variables</span>
          <CheckedField
            label="Environment variables"
            value={variablesOf(server)}
            check={variablesProblem}
            onChange={(text) => editServer((old) => ({ ...old, env: variablesFrom(old, text) }))}
            placeholder="NAME=value"
            fitted
            className="address-field"
          />
        </span>
      )}
      <label className="flex min-h-8 flex-none items-center gap-1.5 hover:text-ink max-desk:min-h-11">
        <input
          type="checkbox"
          checked={server.cdn ?? false}
          onChange={(event) => editServer((old) => ({ ...old, cdn: event.target.checked }), 'chosen')}
        />
        Shared cache
      </label>
      <KeptState />
      <button
        type="button"
        className={action}
        onClick={() => {
          addServer();
          noteAdded({ presetId, server: count, from: serverIndex });
        }}
      >
        Add a server
      </button>
      <AddedServer />
      {count > 1 && (
        <button type="button" className={action} onClick={removeServer}>
          Remove this one
        </button>
      )}
    </div>
  );
}
