export const whyEn = {};
