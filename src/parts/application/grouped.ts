/** Ten digits as people read them out: 482 913 7705. */
export const grouped = (code: string): string =>
  `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`;
