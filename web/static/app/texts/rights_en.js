export const rightsEn = {
  'role.public': 'Public',
  'role.recipient': 'Recipient of a link',
  'role.recruiter': 'Business recruiter',
  'role.caseOfficer': 'Case officer or mayor',
  'role.planner': 'Planner',
  'role.machine': 'Program',
  'role.service': 'The service',
};
