import fc from "fast-check"
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import { expect, test } from "vitest"
import { pack, packPath, unpackAndVerify } from "./pack.ts"

const files = [
  { path: "03 工作人员/名单.csv", bytes: strToU8("甲,乙\n") },
  { path: "11 学代会/公告.pdf", bytes: strToU8("%PDF-1.7") },
  { path: "说明.txt", bytes: new Uint8Array() },
]
const made = pack(files)
const refusal = (bytes: Uint8Array, options = {}) => {
  const result = unpackAndVerify(bytes, options)
  return result.ok ? undefined : result.error
}
/** The pack taken apart, changed by hand and put together again. */
function tampered(change: (entries: Record<string, Uint8Array>) => void): Uint8Array {
  const entries = unzipSync(made.bytes)
  change(entries)
  return zipSync(entries)
}

test("what was packed comes back, and equal files give equal packs", () => {
  const result = unpackAndVerify(made.bytes, { seal: made.seal })
  expect(result.ok && [...result.value.files.keys()].sort()).toEqual(files.map(({ path }) => path).sort())
  expect(Buffer.compare(pack([...files].reverse()).bytes, made.bytes)).toBe(0)
})

test("whatever files are packed come back the same", () => {
  const some = fc.uniqueArray(fc.tuple(fc.string({ unit: "grapheme" }), fc.uint8Array({ maxLength: 50 })), {
    selector: ([name]) => packPath("夹", name).normalize("NFC").toLowerCase(),
    maxLength: 8,
  })
  fc.assert(
    fc.property(some, (given) => {
      const packed = pack(given.map(([name, bytes]) => ({ path: packPath("夹", name), bytes })))
      const result = unpackAndVerify(packed.bytes, { seal: packed.seal })
      expect(result.ok).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test("a missing, an added and a changed file are each named", () => {
  const missing = refusal(tampered((entries) => delete entries["说明.txt"]))
  expect(missing).toMatchObject({ code: "conflict", at: "说明.txt" })
  expect(missing?.because).toContain("缺少")
  const added = refusal(tampered((entries) => Object.assign(entries, { "另.txt": strToU8("x") })))
  expect(added).toMatchObject({ code: "conflict", at: "另.txt" })
  expect(added?.because).toContain("多出")
  const changed = refusal(
    tampered((entries) => Object.assign(entries, { "03 工作人员/名单.csv": strToU8("甲,丙\n") })),
  )
  expect(changed).toMatchObject({ code: "conflict", at: "03 工作人员/名单.csv" })
  expect(changed?.because).toContain("改动")
})

test("a manifest changed together with its file is caught by the seal", () => {
  const forged = pack([{ ...files[0]!, bytes: strToU8("甲,丙\n") }, ...files.slice(1)])
  expect(refusal(forged.bytes)).toBeUndefined()
  expect(refusal(forged.bytes, { seal: made.seal })).toMatchObject({ code: "conflict", at: "manifest.json" })
})

test("no manifest, a broken manifest, no ZIP, half a ZIP", () => {
  expect(refusal(tampered((entries) => delete entries["manifest.json"]))?.at).toBe("manifest.json")
  expect(
    refusal(tampered((entries) => Object.assign(entries, { "manifest.json": strToU8("{}") })))?.code,
  ).toBe("unreadable")
  expect(refusal(strToU8("not a zip"))?.code).toBe("unreadable")
  expect(refusal(made.bytes.subarray(0, made.bytes.length / 2))?.code).toBe("unreadable")
  expect(refusal(new Uint8Array())?.code).toBe("unreadable")
})

test("any one byte changed is refused, or changes nothing that is verified", () => {
  for (let i = 0; i < made.bytes.length; i++) {
    const bytes = made.bytes.slice()
    bytes[i]! ^= 0x55
    const result = unpackAndVerify(bytes, { seal: made.seal })
    if (result.ok) for (const { path, bytes } of files) expect(result.value.files.get(path)).toEqual(bytes)
  }
})

test("paths that lead outside are neither packed nor unpacked", () => {
  for (const path of [
    "../a",
    "/a",
    "a/../../b",
    "a\\b",
    "C:/a",
    "a//b",
    "a\u0000b",
    "CON",
    "__proto__",
    "a/manifest.json/.",
    "",
  ]) {
    expect(() => pack([{ path, bytes: new Uint8Array() }]), path).toThrow()
    if (path === "" || path === "__proto__") continue
    const zip: Zippable = { [path]: strToU8("x"), "manifest.json": strToU8("{}") }
    expect(refusal(zipSync(zip))?.because, path).toContain("不安全")
  }
  expect(() => pack([files[0]!, files[0]!])).toThrow(/twice/)
  expect(() => pack([{ path: "manifest.json", bytes: new Uint8Array() }])).toThrow()
})

test("a bomb is refused before it is unpacked", () => {
  const bomb = zipSync({ "a.txt": new Uint8Array(20_000_000), "manifest.json": strToU8("{}") }, { level: 9 })
  expect(bomb.length).toBeLessThan(50_000)
  expect(refusal(bomb, { limits: { files: 10, bytes: 10_000_000 } })).toMatchObject({
    code: "too-large",
    at: "a.txt",
  })
  expect(refusal(made.bytes, { limits: { files: 2, bytes: 10_000_000 } })).toMatchObject({
    code: "too-large",
  })
})

test("a size that lies is refused without taking that much memory", () => {
  const bytes = made.bytes.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  view.setUint32(directory + 24, 400_000_000, true)
  expect(refusal(bytes)?.code).toBe("too-large")
})

test("one name twice in the directory cannot hide a file", () => {
  const twice = zipSync({ "aa.txt": strToU8("1"), "bb.txt": strToU8("2"), "manifest.json": strToU8("{}") })
  const renamed = Buffer.from(Buffer.from(twice).toString("latin1").replaceAll("bb.txt", "aa.txt"), "latin1")
  expect(refusal(new Uint8Array(renamed))?.because).toContain("两次")
})

test("people's file names become safe paths", () => {
  expect(packPath("03 工作人员", "名单:最终?.xlsx")).toBe("03 工作人员/名单_最终_.xlsx")
  expect(packPath("..", "../../x")).toBe("_/__.._x")
  expect([...packPath(`${"长".repeat(90)}.pdf`)]).toHaveLength(40)
  expect(packPath("con.txt")).toBe("_con.txt")
})
