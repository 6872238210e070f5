export const findNb = {};
