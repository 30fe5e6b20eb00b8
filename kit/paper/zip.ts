import { unzipSync, type Zippable, zipSync } from "fflate"

/** The one time stamp of every ZIP made here: 1980-01-01 local time, the first a ZIP can name. */
export const zipEpoch = (): Date => new Date(1980, 0, 1)

/** The same ZIP without the moment it was made, its parts as `change` returns them. For our own files only. */
export function rezipped(
  zip: Uint8Array,
  change: (path: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes,
): Uint8Array {
  const out: Zippable = {}
  for (const [path, bytes] of Object.entries(unzipSync(zip)))
    out[path] = [change(path, bytes), { mtime: zipEpoch() }]
  return zipSync(out)
}
