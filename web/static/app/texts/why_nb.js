export const whyNb = {};
