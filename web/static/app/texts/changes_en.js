export const changesEn = {};
