declare module 'wawoff2' {
  /** WOFF2 to the TrueType file it was made of. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>
}
