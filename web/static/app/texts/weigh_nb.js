export const weighNb = {
  'slope.moved': '{moved} av {all} områder har byttet plass.',
  'slope.hidden': '{n} områder er utelatt: bare de som har flyttet seg mest, og naboene deres, vises.',
  'slope.asTable': 'Som tabell',
  'slope.caption': 'Plass i to rangeringer: {left} og {right}',
  'slope.change': 'Endring',
  'slope.none': 'ikke rangert',
  'slope.same': 'uendret',
  'slope.up': 'opp {n}',
  'slope.down': 'ned {n}',
  'slope.in': 'kommer inn',
  'slope.out': 'faller ut',
};
