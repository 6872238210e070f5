export const planfollowEn = {};
