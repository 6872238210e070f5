export const changesNb = {};
