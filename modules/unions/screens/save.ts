/** Hands a file to the reader. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Pixels a canvas may have: what Safari allows is the least of all browsers. */
const [mostSide, mostArea] = [16_000, 67_000_000]

/** A drawing as a picture, twice its size where the browser can. Throws where it cannot. */
export async function pngOf(svg: string): Promise<Blob> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const { naturalWidth: width, naturalHeight: height } = picture
  const scale = Math.min(2, mostSide / Math.max(width, height), Math.sqrt(mostArea / (width * height)))
  const canvas = document.createElement("canvas")
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("the canvas is too large"))), "image/png"),
  )
}
