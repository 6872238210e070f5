export const planlistNb = {};
