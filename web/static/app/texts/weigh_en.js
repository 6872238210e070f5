export const weighEn = {};
