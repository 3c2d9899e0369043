import { whyServerIsSilent } from '@/explain';
import type { Scenario } from '@/scenario/document';
import { meets } from './evaluate-goal';
import { grade, withinLimits, type Grade, type Run } from './grade';
import type { Lesson, LessonProblem } from './lesson';
import { applyPatch } from './patch';
import { answersOf, truthOf, type Prediction } from './predictions';
import { plainText } from './prose';

/**
 * What only running a lesson can tell: the start fails, and for the reason the prose teaches; every prediction has a true
 * answer and a word for each wrong one; the solution solves it safely; no hint but the last gives it away.
 */
export async function checkLesson(lesson: Lesson, run: Run): Promise<LessonProblem[]> {
  const { setup } = lesson;
  const problems: LessonProblem[] = [];
  const report = (path: string, message: string): void => void problems.push({ file: 'lesson.json', path, message });

  const start = await run(setup.start);
  for (const { origin } of setup.start.servers) {
    const silent = whyServerIsSilent(start, origin);
    if (silent !== undefined) report('start.servers', `${origin}: ${silent}`);
  }
  if ((await grade(lesson, setup.start, start, run)).solved) report('start', 'already solves the lesson');
  if (!meets(start, setup.startShows))
    report('startShows', `does not hold for the start, which gives: ${summary(start)}`);
  setup.predictions.forEach((prediction, index) => {
    checkPrediction(prediction, truthOf(prediction, start), `predictions[${index}]`, report);
  });

  const solved = withinLimits(lesson, applyPatch(setup.start, setup.solution));
  const solution = await run(solved);
  for (const { origin, message } of solution.serverErrors ?? []) report('solution.servers', `${origin}: ${message}`);
  checkGrade(await grade(lesson, solved, solution, run), `it gives: ${summary(solution)}`, report);

  const given = answersIn(setup.start, solved);
  lesson.prose.hints.slice(0, -1).forEach((hint, index) => {
    const early = given.find((answer) => plainText(hint).includes(answer));
    if (early) problems.push({ file: 'lesson.md', message: `hint ${index + 1} already gives the solution: ${early}` });
  });
  if (lesson.prose.hints.length < 2) problems.push({ file: 'lesson.md', message: 'expected two hints or more' });
  return problems;
}

function checkPrediction(
  { misconceptions, ...prediction }: Prediction,
  truth: string | undefined,
  path: string,
  report: (path: string, message: string) => void,
): void {
  if (truth === undefined) return report(path, 'the start gives no answer: is there such a request?');
  if (prediction.without?.includes(truth)) report(`${path}.without`, `leaves out the true answer "${truth}"`);
  if (misconceptions[truth]) report(`${path}.misconceptions.${truth}`, 'is the true answer');
  for (const [answer] of answersOf({ ...prediction, misconceptions })) {
    if (answer !== truth && !misconceptions[answer])
      report(`${path}.misconceptions`, `no word for the wrong answer "${answer}" (true is "${truth}")`);
  }
}

function checkGrade({ met, trials }: Grade, found: string, report: (path: string, message: string) => void): void {
  if (!met) report('solution', `does not meet the goal; ${found}`);
  for (const { trial, held, result } of trials) {
    if (!held) report(`trials.${trial.id}`, `does not hold for the solution; it gives: ${summary(result)}`);
  }
}

/** Whole lines of code and whole header rows that the solution has and the start has not. */
function answersIn(start: Scenario, solved: Scenario): string[] {
  const known = new Set(piecesOf(start));
  return piecesOf(solved).filter((piece) => piece.length > 12 && !known.has(piece));
}

function piecesOf({ frontend, servers }: Scenario): string[] {
  const code = [frontend, ...servers.map((server) => ('code' in server ? server.code : ''))];
  const rows = servers.flatMap((server) =>
    server.kind === 'headers'
      ? server.routes.flatMap(({ headers }) => headers.map(([name, value]) => `${name}: ${value}`))
      : [],
  );
  return [...code.flatMap((text) => text.split('\n').map((line) => line.trim())), ...rows];
}

function summary(result: Awaited<ReturnType<Run>>): string {
  const requests = result.requests.map(
    ({ method, url, verdict, reason, response }) => `${method} ${url} ${verdict} ${reason ?? response?.status ?? ''}`,
  );
  const exchanges = result.exchanges.map(
    ({ kind, method, url, status, from }) => `${from} ${kind} ${method} ${url} ${status}`,
  );
  const error = result.error ? [`${result.error.name}: ${result.error.message}`] : [];
  return [...requests, ...exchanges, ...error].join(' | ');
}
