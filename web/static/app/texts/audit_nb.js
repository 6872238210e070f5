export const auditNb = {
  'tab.audit': 'Logg',
};
