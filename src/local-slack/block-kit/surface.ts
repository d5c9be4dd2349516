/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

/** blocks per message / modal / home: 50 / 100 / 100. */
export const blocksMax: { readonly [surface in Surface]: number } = { message: 50, modal: 100, home: 100 };
