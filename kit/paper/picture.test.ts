import { expect, test } from "vitest"
import { toPng } from "./picture.ts"
import { chart } from "./sample.ts"

const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" font-size="30">${inside}</svg>`

test("a PNG of the width asked for", async () => {
  const png = Buffer.from(await toPng(chart(), { width: 800 }))
  expect(png.subarray(1, 4).toString()).toBe("PNG")
  expect(png.readUInt32BE(16)).toBe(800)
  expect(png.readUInt32BE(20)).toBe(Math.round((800 * 300) / 676))
})

test("Chinese is drawn, rare characters too, whatever family the drawing asks for", async () => {
  const empty = await toPng(drawing(""), { width: 240 })
  // No font has this private character: what is drawn for it is what a missing glyph looks like.
  const missing = await toPng(drawing('<text x="5" y="32" font-family="Noto Sans SC">\ue123</text>'), {
    width: 240,
  })
  for (const family of ["Noto Sans SC", "Arial, sans-serif", "no such font"])
    for (const character of ["桥", "㛃", "䶮", "𬭎", "☑"]) {
      const png = await toPng(drawing(`<text x="5" y="32" font-family="${family}">${character}</text>`), {
        width: 240,
      })
      expect(Buffer.compare(png, empty), `${character} in ${family}`).not.toBe(0)
      expect(Buffer.compare(png, missing), `${character} in ${family}`).not.toBe(0)
    }
})

test("a drawing that reads a file is refused", async () => {
  await expect(toPng(drawing('<image href="/etc/hostname"/>'), { width: 10 })).rejects.toThrow(/outside/)
})
