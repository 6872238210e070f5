export const loginEn = {
  'tab.accounts': 'Accounts',
};
