export const enquiryEn = {
  'tab.enquiries': 'Enquiries',
};
