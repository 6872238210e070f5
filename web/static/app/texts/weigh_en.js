export const weighEn = {
  'slope.moved': '{moved} of {all} sites have changed places.',
  'slope.hidden': '{n} sites are left out: only those that moved most, and their neighbours, are shown.',
  'slope.asTable': 'As a table',
  'slope.caption': 'Place in two rankings: {left} and {right}',
  'slope.change': 'Change',
  'slope.none': 'not ranked',
  'slope.same': 'unchanged',
  'slope.up': 'up {n}',
  'slope.down': 'down {n}',
  'slope.in': 'comes in',
  'slope.out': 'falls out',
};
