// How long re-ranking takes: 10,000 sites × 25 criteria, a new set of weights each time. npm --prefix web run bench
import { rank, ranker } from '../static/app/ranking.js';
import { change } from '../static/app/weights.js';

const [SITES, CRITERIA, ROUNDS] = [10_000, 25, 200];
let seed = 1;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

const criteria = Array.from({ length: CRITERIA }, (_, i) => ({ id: `C${i}` }));
const sites = Array.from({ length: SITES }, (_, i) => {
  const uLow = criteria.map(random);
  const uHigh = uLow.map((low) => (random() < 0.2 ? 1 : low));
  const known = uLow.map((low, j) => (low === uHigh[j] ? 1 : 0));
  return {
    id: `s${i}`,
    name: `Site ${(i * 7919) % SITES}`,
    excludedBy: i % 20 ? [] : ['K01'],
    uLow,
    uHigh,
    known,
  };
});
const known = ranker({ marginPoints: 2, criteria, sites });
let weights = Object.fromEntries(criteria.map(({ id }) => [id, 100 / CRITERIA]));
const took = [];
const before = process.cpuUsage();
for (let round = 0; round < ROUNDS; round++) {
  weights = change(weights, `C${round % CRITERIA}`, round % 40);
  const start = performance.now();
  rank(known, weights);
  took.push(performance.now() - start);
}
const cpu = (process.cpuUsage(before).user / 1000 / ROUNDS).toFixed(1);
took.sort((a, b) => a - b);
const at = (share) => took[Math.floor(share * ROUNDS)].toFixed(1);
console.warn(
  `${SITES} sites × ${CRITERIA} criteria, ${ROUNDS} sets of weights: median ${at(0.5)} ms, p95 ${at(0.95)} ms, processor ${cpu} ms`,
);
