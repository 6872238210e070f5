export const rightsNb = {
  'role.public': 'Publikum',
  'role.recipient': 'Mottaker av lenke',
  'role.recruiter': 'Næringsutvikler',
  'role.caseOfficer': 'Saksbehandler eller ordfører',
  'role.planner': 'Planlegger',
  'role.machine': 'Program',
  'role.service': 'Tjenesten',
};
