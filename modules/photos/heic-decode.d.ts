/** The part of heic-decode (libheif in WebAssembly) that we use; the package has no types of its own. */
declare module 'heic-decode' {
  export default function decode(input: { buffer: Uint8Array }): Promise<{ width: number; height: number; data: ArrayBuffer }>
}
