import { hostOf, titleCase } from '@/explain';
import type { Finding, Place, Review, Severity } from '@/review';
import { openDemonstration } from '@/stores/demonstration';
import { goToLine, goToRow } from '@/stores/place';
import { useScenario } from '@/stores/scenario';
import { useUi } from '@/stores/ui';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';

const SHAPES = { severe: 'blocked', warning: 'failed', note: 'way' } as const;
const WORDS: Record<Severity, string> = { severe: 'Severe', warning: 'Warning', note: 'Note' };

/** Each finding: how bad, what was seen, what to do instead, where it stands, and the run that shows it. */
export function Findings({ review, isCurrent }: { review: Review; isCurrent: boolean }) {
  return (
    <ul className={isCurrent ? 'findings' : 'findings stale'} aria-label="Findings">
      {review.findings.map((finding) => (
        <li key={`${finding.server} ${finding.kind} ${finding.proof ?? ''}`} className={finding.severity}>
          <Icon shape={SHAPES[finding.severity]} />
          <div>
            <p>
              <b>{WORDS[finding.severity]}.</b> <Said sentence={finding.sentence} />
            </p>
            <p className="advice">
              <Said sentence={finding.advice} />
            </p>
            <p className="actions">
              <Where finding={finding} />
              {finding.demonstration && (
                <Watch title={finding.demonstration.title} scenario={finding.demonstration.scenario} />
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Opens the run in the editors and on the timeline. The learner's own scenario stays one press away. */
export function Watch({
  title,
  scenario,
  label = 'Watch it',
}: {
  title: string;
  scenario: Parameters<typeof openDemonstration>[0];
  label?: string;
}) {
  const open = (): void => {
    useUi.getState().setPhoneTab('timeline');
    openDemonstration(scenario);
  };
  return (
    <button type="button" className="text-link" aria-label={`Watch: ${title}`} title={title} onClick={open}>
      {label}
    </button>
  );
}

/** Where it stands; pressing shows that server, and goes to the line or the row. */
function Where({ finding: { server, place } }: { finding: Finding }) {
  const index = useScenario((state) => state.draft.document.servers.findIndex(({ origin }) => origin === server));
  const show = (): void => {
    if (place?.in === 'code') return goToLine({ side: 'server', origin: server, line: place.line });
    if (place) return goToRow({ origin: server, route: place.route, header: place.header });
    useScenario.getState().showServer(index);
    useUi.getState().setPhoneTab('server');
  };
  const text = `${hostOf(server)}${place ? `, ${wordsFor(place)}` : ''}`;
  if (index === -1) return <span>{text}</span>;
  return (
    <button type="button" className="text-link" aria-label={`Show the server: ${text}`} onClick={show}>
      {text}
    </button>
  );
}

function wordsFor(place: Place): string {
  if (place.in === 'code') return `line ${place.line}`;
  return `answer ${place.route + 1}${place.header === undefined ? '' : `, ${titleCase(place.header)}`}`;
}
