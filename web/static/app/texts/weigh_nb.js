export const weighNb = {};
