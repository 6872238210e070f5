export const enquiryNb = {
  'tab.enquiries': 'Henvendelser',
};
