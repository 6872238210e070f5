export const planfollowNb = {};
