/** The lines of a signature, as `mulin-signature` keeps them in a field of 1000 × 360. */

/** Each as the points of a polyline; none where nobody has drawn, or what is kept is no signature. */
export function linesOfSignature(kept: string | undefined): readonly string[] {
  try {
    const { lines = [] } = JSON.parse(kept ?? '{}') as { readonly lines?: unknown };
    return (lines as readonly unknown[]).flatMap((line) =>
      Array.isArray(line) && line.every((number) => typeof number === 'number')
        ? [line.join(' ')]
        : [],
    );
  } catch {
    return [];
  }
}
