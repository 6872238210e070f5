export const sheetEn = {};
