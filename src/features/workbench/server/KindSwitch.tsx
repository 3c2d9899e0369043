import type { ServerKind } from '@/scenario/document';
import { useRun } from '@/stores/run';
import { sayNotLoaded } from '@/stores/sharing';
import { Picker } from '@/ui/Picker';
import { Switch } from '@/ui/Switch';
import { useMedia } from '@/ui/use-media';
import { serverKinds } from './kinds';
import type { SwitchNote } from './starters/switch-kind';

interface KindSwitchProps {
  kind: ServerKind;
  origin: string;
  pageOrigin: string;
  /** How what the chosen kind holds came to be, and the server as it is before anything is typed. */
  onSwitched: (note: SwitchNote) => void;
}

/** What kind of server answers. A kind that held something before holds it again. */
export function KindSwitch({ kind, origin, pageOrigin, onSwitched }: KindSwitchProps) {
  const hasRoom = useMedia('(min-width: 1200px)');
  const choose = (chosen: ServerKind): void => {
    const exchanges = useRun.getState().result?.exchanges ?? [];
    void import('./starters/switch-kind').then(({ switchKind }) => {
      onSwitched(switchKind(kind, chosen, { origin, pageOrigin, exchanges }));
    }, sayNotLoaded);
  };
  if (hasRoom) {
    return (
      <Switch label="Server kind" as="tablist" choices={serverKinds} value={kind} onChange={choose} className="h-9" />
    );
  }
  return (
    <Picker
      label="Server kind"
      shows="value"
      value={kind}
      onChange={(value) => {
        const known = serverKinds.find((choice) => choice.value === value);
        if (known) choose(known.value);
      }}
    >
      {serverKinds.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Picker>
  );
}
