/** The part of heic-decode (libheif in WebAssembly) that we use; the package has no types of its own. */
declare module 'heic-decode' {
  type Image = { width: number; height: number; decode(): Promise<{ width: number; height: number; data: ArrayBuffer }> }
  const decode: { all(input: { buffer: Uint8Array }): Promise<Image[] & { dispose(): void }> }
  export default decode
}
