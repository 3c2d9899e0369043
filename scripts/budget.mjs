/** Weighs dist/ and fails above the budget: what index.html loads, and everything up to the first verdict. */
import { limits } from './lib/budget.mjs';
import { weighDist } from './lib/weigh-dist.mjs';

const { files, initial, firstVerdict } = await weighDist();
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

console.log('Scripts of the built site, gzipped');
for (const { file, size, phase } of files.filter((each) => each.phase !== 'later')) {
  console.log(`${kilobytes(size)}  ${phase.padEnd(13)}  ${file}`);
}
const later = files.filter((each) => each.phase === 'later');
console.log(`${kilobytes(later.reduce((total, each) => total + each.size, 0))}  later          ${later.length} files`);

const sums = [
  ['initial chunk graph of index.html', initial, limits.initial],
  ['up to the first verdict', firstVerdict, limits.firstVerdict],
];
for (const [name, size, limit] of sums) {
  console.log(`${kilobytes(size)}  ${name}; at most ${limit / 1000} kB${size > limit ? ': OVER THE BUDGET' : ''}`);
  if (size > limit) process.exitCode = 1;
}
