export const planpaperEn = {};
