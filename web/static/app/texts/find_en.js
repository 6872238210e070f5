export const findEn = {};
