export const auditEn = {
  'tab.audit': 'Audit trail',
};
