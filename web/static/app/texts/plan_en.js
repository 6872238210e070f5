export const planEn = {};
