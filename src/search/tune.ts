export const TUNE = { share: 0.5, all: 1.5, adjacent: 1, title: 10 };
