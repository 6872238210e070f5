export const shareEn = {
  'tab.links': 'Links',
};
