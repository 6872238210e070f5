export const planpaperNb = {};
