export const loginNb = {
  'tab.accounts': 'Kontoer',
};
