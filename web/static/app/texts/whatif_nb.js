export const whatifNb = {};
