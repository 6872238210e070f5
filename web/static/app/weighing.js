// Which weights the page is judged by, and everything that follows from own ones: ranking, lines, contributions.
import { linesOf, rank, rankedEntries, ranker } from './ranking.js';
import { same } from './weights.js';

const REST_MS = 300;

export function createWeighing(app) {
  let last = {}; // the latest ranking, since a page is drawn more often than weights change
  let frame = 0;
  let resting = 0;

  /** The matrix of the purpose, ready to be ranked: {status, value, problem}. Read once per run and purpose. */
  function matrix() {
    const { id } = app.data.run;
    const purpose = app.purpose.id;
    return app.loader.ask(`matrix ${id} ${purpose}`, async () =>
      ranker(await app.api.get(`/api/runs/${id}/matrix/${purpose}`)),
    );
  }

  /**
   * What is in effect: {status: "adopted"|"loading"|"failed"|"own", weights, ranking, problem}. Until own weights can be
   * reckoned with, everything shown follows the strategy's.
   */
  function weighed() {
    const { run, strategy } = app.data;
    const { weights } = app.state;
    const adopted = {
      status: 'adopted',
      weights: app.purpose.weights,
      ranking: run.rankings[app.purpose.id] ?? [],
    };
    if (!weights) return adopted;
    const { status, value, problem } = matrix();
    if (status !== 'ready') return { ...adopted, status, problem };
    if (last.weights !== weights || last.ranker !== value || last.adopted !== adopted.ranking) {
      const ranking = rankedEntries(value, rank(value, weights), adopted.ranking, strategy.trust);
      last = { weights, ranker: value, adopted: adopted.ranking, ranking };
    }
    return { status: 'own', weights, ranking: last.ranking };
  }

  /** Shows other weights at once, without a request; the address follows when they have come to rest. */
  function weigh(weights, name = app.state.weightsName) {
    const own = !same(weights, app.purpose.weights);
    app.state = { ...app.state, weights: own ? weights : null, weightsName: own ? name : '' };
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      app.redraw();
    });
    clearTimeout(resting);
    resting = setTimeout(() => {
      app.go({}, { replace: true });
      const [first] = app.rows;
      if (first) app.announce(app.t('weights.announce', { name: first.name }));
    }, REST_MS);
  }

  /** A loaded score under the weights in effect. */
  function reweigh(score) {
    if (app.weighed.status !== 'own' || score.purpose !== app.purpose.id) return score;
    const { lines, low, high } = linesOf(score.lines, app.weighed.weights);
    const verdict = score.verdict.kind === 'scored' ? { ...score.verdict, low, high } : score.verdict;
    const entry = app.weighed.ranking.find(({ site }) => site === score.site);
    const confidence = { ...score.confidence, known: entry.confidence, level: entry.confidenceLevel };
    return { ...score, lines, verdict, confidence };
  }

  return { matrix, weighed, weigh, reweigh };
}
