export const planlistEn = {};
