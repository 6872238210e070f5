export const sureNb = {};
