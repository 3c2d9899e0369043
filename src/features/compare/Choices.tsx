import type { BrowserName, Scenario } from '@/scenario/document';
import { isEdited } from '@/stores/draft';
import { CheckedField } from '@/ui/CheckedField';
import { Picker } from '@/ui/Picker';
import { Switch, type Choice } from '@/ui/Switch';
import { BROWSER_NAMES, type By, type Question } from './question';
import { atHand, type Before } from './use-question';

const choices: readonly Choice<By>[] = [
  { value: 'browser', label: 'Two browsers' },
  { value: 'edit', label: 'Before and after' },
  { value: 'origin', label: 'Two pages' },
];

/** What is compared, and with what. */
export function Choices({ question, ask }: { question: Question; ask: (question: Question) => void }) {
  const { befores } = atHand();
  const before = question.by === 'edit' ? question.before : befores[0]?.scenario;
  return (
    <div className="choices">
      <Switch
        label="Compare"
        as="radiogroup"
        choices={before ? choices : choices.filter(({ value }) => value !== 'edit')}
        value={question.by}
        onChange={(by) => ask(questionBy(by, question, before))}
        className="h-9"
      />
      {question.by === 'browser' && (
        <div className="pair">
          {([0, 1] as const).map((side) => (
            <Picker
              key={side}
              label={side === 0 ? 'Left' : 'Right'}
              value={question.browsers[side]}
              onChange={(name) =>
                ask({ ...question, browsers: replaced(question.browsers, side, name as BrowserName) })
              }
            >
              {Object.entries(BROWSER_NAMES).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Picker>
          ))}
        </div>
      )}
      {question.by === 'edit' && (
        <div className="pair">
          <Befores
            before={question.before}
            befores={befores}
            onChoose={(chosen) => ask({ ...question, before: chosen })}
          />
        </div>
      )}
      {question.by === 'origin' && (
        <div className="pair">
          {([0, 1] as const).map((side) => (
            <CheckedField
              key={side}
              label={side === 0 ? 'Page on the left' : 'Page on the right'}
              value={question.pages[side]}
              check={(text) =>
                /^https?:\/\/./.test(text) && URL.canParse(text)
                  ? undefined
                  : 'An address such as https://evil.example/'
              }
              onChange={(page) => ask({ ...question, pages: replaced(question.pages, side, page) })}
              inputMode="url"
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** Which of the states at hand is the left one; it may also have come with the address. */
function Befores({
  before,
  befores,
  onChoose,
}: {
  before: Scenario;
  befores: readonly Before[];
  onChoose: (before: Scenario) => void;
}) {
  const chosen = befores.findIndex(({ scenario }) => !isEdited(scenario, before));
  return (
    <Picker
      label="Before"
      value={String(chosen)}
      onChange={(value) => {
        const next = befores[Number(value)];
        if (next) onChoose(next.scenario);
      }}
    >
      {chosen === -1 && <option value="-1">As in the address</option>}
      {befores.map(({ label }, index) => (
        <option key={label} value={index}>
          {label}
        </option>
      ))}
    </Picker>
  );
}

function replaced<T>([left, right]: [T, T], side: 0 | 1, value: T): [T, T] {
  return side === 0 ? [value, right] : [left, value];
}

function questionBy(by: By, { scenario }: Question, before: Question['scenario'] | undefined): Question {
  const { browser = 'chromium' } = scenario;
  if (by === 'edit' && before) return { by, scenario, before };
  if (by === 'origin') return { by, scenario, pages: [scenario.page, 'https://evil.example/'] };
  return { by: 'browser', scenario, browsers: [browser, browser === 'firefox' ? 'chromium' : 'firefox'] };
}
