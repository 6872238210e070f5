export const planNb = {};
