export const whatifEn = {};
