export const planaccountNb = {};
