import { needsPractice } from "#policy/practice/needs.ts"

const { bytes, side } = needsPractice.photos

/**
 * A photo drawn anew, smaller: what a camera wrote beside the picture (place, time, device) is not drawn with it.
 * Rejects what the browser cannot read as a picture.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" })
  try {
    for (const [most, quality] of [
      [side, 0.82],
      [side, 0.6],
      [side / 2, 0.6],
    ] as const) {
      const blob = await drawn(picture, Math.min(1, most / Math.max(picture.width, picture.height)), quality)
      if (blob.size <= bytes) return blob
    }
    throw new Error("too large")
  } finally {
    picture.close()
  }
}

function drawn(picture: ImageBitmap, scale: number, quality: number): Promise<Blob> {
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext("2d")!
  pen.fillStyle = "#fff" // where a PNG is clear
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("not drawn"))), "image/jpeg", quality),
  )
}
