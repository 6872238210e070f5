export const shareNb = {
  'tab.links': 'Lenker',
};
