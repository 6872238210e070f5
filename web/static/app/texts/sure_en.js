// How sure the ranking is.
export const sureEn = {
  'sure.title': 'How sure is it? {purpose}',
  'sure.lead':
    'The order rests on one set of weights and on values that are partly missing. Here it is worked out anew many thousand times, each time with other weights and other values, to see what stands firm.',
  'sure.counting': 'Working out the order many thousand times …',
  'sure.own': 'Own weights. They are not adopted.',
  'sure.ownNamed': 'Own weights: {name}. They are not adopted.',
  'sure.adopted': 'Use the weights of the strategy',
  'sure.spread': 'How far may the weights change?',
  'sure.spread.stated': 'As far as the strategy allows',
  'sure.spread.swing': 'A little: each weight a quarter up or down',
  'sure.spread.all': 'Freely: all weights that add up to 100 points',
  'sure.ranges':
    'The strategy states limits for {n} of {of} weights. The others may change a quarter up or down.',
  'sure.rangesNone':
    'The strategy states no limits for the weights. Each weight has therefore been changed by up to a quarter, up or down.',
  'sure.seed': 'Seed of the draws',
  'sure.seedWhy': 'The same seed gives exactly the same numbers. Another one shows how much chance matters.',
  'sure.empty': 'No sites are ranked for this purpose, so there is nothing to be sure of.',
  'sure.precision':
    '{draws} draws: 95% of the numbers are within one percentage point (at most {error}) of what infinitely many draws would give. Seed {seed}.',
  'sure.toMethod': 'How it is worked out',
  'sure.topOpen': 'At the top these cannot be told apart: {sites}.',
  'sure.andMore': 'and {n} more',
  'sure.topClear': '{site} comes first, and before the next site in {percent} of the draws.',
  'sure.topOnly': '{site} is the only site that is ranked.',
  'sure.table': 'Probability of each rank',
  'sure.site': 'Site, by present rank',
  'sure.likeliest': 'Most probable',
  'sure.band': '95% of the draws give rank',
  'sure.group': 'Group',
  'sure.rank': 'Rank {rank}',
  'sure.never':
    '– means that the rank was never drawn; its probability is then at most {percent}%. Sites of one group are linked, neighbour by neighbour: the first comes before the next in less than 95% of the draws.',
  'sure.neverDrawn': 'never drawn',
  'sure.excluded': 'Excluded, and therefore not part of it: {sites}.',
  'sure.swaps': 'What does it take for neighbours to change places?',
  'sure.swapsHow':
    'The smallest change of one weight that does it, when the other weights change in proportion so that the sum stays 100, and values are in the middle of their ranges. Calculated, not drawn.',
  'sure.ahead': '{a} comes before {b} in {percent} of the draws ({low}–{high}%).',
  'sure.equal': 'They have the same points now; only the name decides the order.',
  'sure.noSwap': 'No single weight between 0 and 100 points makes them change places.',
  'sure.swapUp':
    'If the weight of “{criterion}” goes from {from} to {to} points or more, {a} and {b} change places.',
  'sure.swapDown':
    'If the weight of “{criterion}” goes from {from} to {to} points or less, {a} and {b} change places.',
  'sure.information': 'Which survey matters most?',
  'sure.informationHow':
    'How probable it is that the site gets another rank when what is missing becomes known. Everything else stays in the middle of its range.',
  'sure.pickLabel': 'Site',
  'sure.pick': 'Choose a site',
  'sure.informationExcluded': 'The site is excluded. No survey here gives it a rank.',
  'sure.informationNone': 'No value is missing for this site.',
  'sure.informationZero':
    'No single survey changes the rank (now {position} of {of}); it never happened in the draws.',
  'sure.informationMost':
    'Most to gain: {what}. With {percent} probability the rank changes (now {position} of {of}), by {places} places on average.',
  'sure.changes': 'Probability of another rank',
  'sure.places': 'Places on average',
  'sure.link': 'Which survey matters most?',
  'sure.central': 'Which weights put a site first?',
  'sure.centralHow':
    'The mean of all weights that gave the first rank: the typical priorities that speak for the site. The confidence says how often the site then comes first when only uncertain values are drawn. If it is low, better knowledge is needed before anybody can say so.',
  'sure.factor': 'first in {first} of the draws, confidence {percent}',
  'sure.centralOf': 'Weights that put {site} first',
  'sure.chosen': 'Points now',
  'sure.typical': 'Points that put it first',
  'sure.neverFirst': 'Never first in any draw: {sites}.',
  'sure.taken': 'What was taken as uncertain, and what as certain?',
  'sure.takenSum':
    'Of the values {missing} are missing, {uncertain} are lengths that may be inaccurate, and {certain} are taken as certain.',
  'sure.takenMissing':
    'Where a value is missing, the utility is drawn evenly from the worst to the best that the criterion can give.',
  'sure.takenOff':
    'A length in metres to something on the map is drawn evenly within plus or minus the accuracy of the map data and of the outline of the site, added up. Sources without a stated accuracy count as accurate.',
  'sure.takenCertain':
    'Shares, areas, counts, classes, drive times and what somebody has stated are taken as certain, because no source says how wrong they may be. The numbers here are therefore rather too sure than too unsure.',
  'sure.takenAlone': 'Each value is drawn on its own, even where two values rest on the same source.',
  'sure.takenAll': 'Criterion by criterion, with the limits the weights were drawn within',
  'sure.weightFrom': 'Weight drawn from–to',
  'sure.missing': 'Missing',
  'sure.off': 'Uncertain length',
  'sure.certain': 'Taken as certain',
  'sure.offMost': '{n} (up to ± {most})',
  'sure.certainWhy': '{n} ({why})',
  'sure.kind.distance': 'the source states no accuracy',
  'sure.kind.overlap': 'share of the area',
  'sure.kind.sum': 'count or sum in map data',
  'sure.kind.nearest': 'property of the nearest object, for instance drive time',
  'sure.kind.worst': 'class in map data',
  'sure.kind.remaining': 'area after setbacks',
  'sure.kind.own': 'stated by somebody',
  'sure.method': 'How it is worked out',
  'sure.methodText':
    'The method is called SMAA (stochastic multicriteria acceptability analysis). For each draw a set of weights is chosen evenly among all that keep the limits and add up to 100, and a value for everything that is uncertain. Then the sites are ranked as usual. The share of draws in which a site gets a rank is the probability of that rank. Exactly equal points are decided by lot.',
  'sure.drawsWhy':
    'The error shall be at most {wanted} percentage point with 95% confidence. It is largest for a share of one half, and 1.96 · √(0.25/n) ≤ 0.01 needs at least 9,604 draws. That is why there are {draws}.',
  'sure.generator': 'Random numbers: {name}, seed {seed}. Procedure no. {method}.',
  'sure.document': 'The whole certificate as data',
  'sure.literature':
    'Literature: Lahdelma and Salminen (2001), SMAA-2, Operations Research 49(3). Tervonen and Lahdelma (2007), Implementing stochastic multicriteria acceptability analysis, European Journal of Operational Research 178(2).',
};
