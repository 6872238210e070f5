export const planaccountEn = {};
