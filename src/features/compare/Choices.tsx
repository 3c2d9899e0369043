import type { BrowserName } from '@/scenario/document';
import { CheckedField } from '@/ui/CheckedField';
import { Picker } from '@/ui/Picker';
import { Switch, type Choice } from '@/ui/Switch';
import { BROWSER_NAMES, type By, type Question } from './question';
import { atHand } from './use-question';

const choices: readonly Choice<By>[] = [
  { value: 'browser', label: 'Two browsers' },
  { value: 'edit', label: 'Before and after' },
  { value: 'origin', label: 'Two pages' },
];

/** What is compared, and with what. */
export function Choices({ question, ask }: { question: Question; ask: (question: Question) => void }) {
  const before = question.by === 'edit' ? question.before : atHand().before;
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

function replaced<T>([left, right]: [T, T], side: 0 | 1, value: T): [T, T] {
  return side === 0 ? [value, right] : [left, value];
}

function questionBy(by: By, { scenario }: Question, before: Question['scenario'] | undefined): Question {
  const { browser = 'chromium' } = scenario;
  if (by === 'edit' && before) return { by, scenario, before };
  if (by === 'origin') return { by, scenario, pages: [scenario.page, 'https://evil.example/'] };
  return { by: 'browser', scenario, browsers: [browser, browser === 'firefox' ? 'chromium' : 'firefox'] };
}
