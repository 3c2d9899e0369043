import type { ServerKind } from '@/scenario/document';
import { useRun } from '@/stores/run';
import { useScenario } from '@/stores/scenario';
import { Picker } from '@/ui/Picker';
import { Switch } from '@/ui/Switch';
import { useMedia } from '@/ui/use-media';
import { serverKinds, starterOf } from './kinds';

interface KindSwitchProps {
  kind: ServerKind;
  origin: string;
  pageOrigin: string;
}

/** What kind of server answers. A kind that held something before holds it again. */
export function KindSwitch({ kind, origin, pageOrigin }: KindSwitchProps) {
  const hasRoom = useMedia('(min-width: 1200px)');
  const choose = (chosen: ServerKind): void => {
    const exchanges = useRun.getState().result?.exchanges ?? [];
    const { setServerKind } = useScenario.getState();
    void starterOf(chosen, { origin, pageOrigin, exchanges }).then((starter) => setServerKind(chosen, starter));
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
