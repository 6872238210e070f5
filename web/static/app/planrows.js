// What the list of plans says, without the page: what can be checked, and how many plans count there. Pure; tested.

/** The region and each municipality in number order, then those outside it that have plans. */
export function subjects(items, municipalities, withHearing) {
  const mark = withHearing ? '~' : '';
  const inside = municipalities.map(({ number }) => number).sort();
  const outside = [...new Set(items.map(({ municipality }) => municipality))]
    .filter((number) => !inside.includes(number))
    .sort();
  const counted = items.filter((item) => (withHearing ? item.countsWithHearing : item.counts));
  const of = (number) => counted.filter(({ municipality }) => municipality === number).length;
  const one = (number, isOutside) => ({ subject: `${number}${mark}`, number, plans: of(number), isOutside });
  const all = inside.reduce((sum, number) => sum + of(number), 0);
  return [
    { subject: `region${mark}`, number: null, plans: all, isOutside: false },
    ...inside.map((number) => one(number, false)),
    ...outside.map((number) => one(number, true)),
  ];
}

/** How many of the versions nobody can tell whether they apply. */
export const doubtful = (items) => items.filter(({ standing }) => standing === 'uncertain').length;
