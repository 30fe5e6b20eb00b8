/** Bytes as base64, and back. Throws where the text is none. */
export const textOf = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))

export const plainOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

/** A tracker (base64 without padding) as the archive writes the same hash. */
export const hexOf = (tracker: string): string =>
  Array.from(plainOf(tracker), (byte) => byte.toString(16).padStart(2, "0")).join("")
