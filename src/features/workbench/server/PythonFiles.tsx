import { useRef, useState, type ReactNode } from 'react';
import type { DjangoServer, FlaskServer } from '@/scenario/document';
import { djangoFiles, flaskFiles, type FixedFile } from '@/servers/python/fixed-files';
import { Switch } from '@/ui/Switch';
import { PlainEditor } from '../editor/PlainEditor';
import { fixedFilesOf } from './python-files';

const nothing: readonly never[] = [];
const fixed = { flask: flaskFiles, django: djangoFiles };

/**
 * The learner's own file beside those that are fixed. The own editor stays where it is while another file is shown, with its
 * selection and its undo history.
 */
export function PythonFiles({ server, children }: { server: FlaskServer | DjangoServer; children: ReactNode }) {
  const own = server.kind === 'flask' ? 'app.py' : 'settings.py';
  const others = fixedFilesOf(server, fixed);
  const [chosen, setChosen] = useState(own);
  const shown = others.find(({ name }) => name === chosen);
  const area = useRef<HTMLTextAreaElement>(null);

  if (others.length === 0) return children;
  return (
    <>
      <div className="flex flex-none items-stretch gap-3 border-b border-hairline px-1.5 text-small max-desk:px-0.5">
        <Switch
          label="Files"
          as="tablist"
          choices={[own, ...others.map(({ name }) => name)].map((name) => ({ value: name, label: name }))}
          value={shown?.name ?? own}
          onChange={setChosen}
          className="h-8 font-code max-desk:h-11"
        />
        {shown && <span className="ml-auto self-center pr-2.5 text-ink-3">cannot be changed</span>}
      </div>
      <div className={shown ? 'hidden' : 'contents'}>{children}</div>
      {shown && <FixedView key={shown.name} file={shown} area={area} />}
    </>
  );
}

function FixedView({ file, area }: { file: FixedFile; area: React.RefObject<HTMLTextAreaElement | null> }) {
  return (
    <PlainEditor
      label={`${file.name}, cannot be changed`}
      side="server"
      language="python"
      value={file.code}
      marks={nothing}
      problems={nothing}
      describedBy={undefined}
      textRef={area}
    />
  );
}
