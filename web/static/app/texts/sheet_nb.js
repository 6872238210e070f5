export const sheetNb = {};
