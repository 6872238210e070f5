export const sureEn = {};
