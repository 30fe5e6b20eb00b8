import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { beforeAll, describe, expect, it } from "vitest"
import { pack } from "#kit/paper/pack.ts"
import { buildFaculty, buildFinding, buildInput, buildOwn, buildUnion } from "./build.ts"
import { compose } from "./compose.ts"
import { toCsv } from "./csv.ts"
import { evidencePack } from "./evidence.ts"
import { seal } from "./seal.ts"
import { verifyPack } from "./verify.ts"

const document = { id: "f1", name: "会议纪要.pdf", sha256: "aa" }
const union = buildUnion()
const input = buildInput({
  filer: buildUnion({
    findings: [buildFinding("3.3", "met", { value: 4, rows: union.posts!.slice(0, 4).map((p) => p.row) })],
  }),
  faculties: [buildFaculty("文学院", { findings: [buildFinding("3.8b", "met", { value: 3 })] })],
  own: buildOwn({
    attested: [
      {
        row: "row-01",
        answer: "yes",
        by: "周敏",
        capacity: "秘书长",
        on: "2025-11-10",
        source: "纪要",
        document,
      },
    ],
  }),
})
const content = compose(input)

let bytes: Uint8Array
let files: Record<string, Uint8Array>
beforeAll(async () => {
  const documents = new Map([["f1", { name: "会议纪要.pdf", bytes: strToU8("minutes") }]])
  const made = await evidencePack({ content, input, made: "2025-12-01", documents })
  bytes = made.bytes
  files = unzipSync(bytes)
})

describe("the evidence pack", () => {
  it("has a folder for every row with conclusion, findings in the clause's words, people and documents", () => {
    expect(strFromU8(files["row-01/documents/会议纪要.pdf"]!)).toBe("minutes")
    expect(strFromU8(files["row-01/结论.txt"]!)).toContain("周敏（秘书长）")
    const row = Object.keys(files).find(
      (p) => p.endsWith("findings.json") && strFromU8(files[p]!).includes('"3.3"'),
    )!
    expect(strFromU8(files[row]!)).toContain("主席团成员不超过5人")
    const facts = strFromU8(files[row.replace("findings.json", "facts.csv")]!)
    expect(facts).toContain(union.posts![0]!.student!.studentId)
    expect(Object.keys(files).some((p) => p.startsWith("院级/文学院学生会/row-04/"))).toBe(true)
  })

  it("verifies untouched, offline, and composes again to the same words", () => {
    const checked = verifyPack(bytes, { sha256: seal(content) })
    expect(checked).toMatchObject({ ok: true, value: { recomposed: true, sha256: seal(content) } })
  })

  const rezip = (change: (all: Record<string, Uint8Array>) => void) => {
    const all = { ...files }
    change(all)
    return zipSync(all)
  }
  const repack = (change: (all: Record<string, Uint8Array>) => void) => {
    const { "manifest.json": _, ...all } = files
    change(all)
    return pack(Object.entries(all).map(([path, b]) => ({ path, bytes: b }))).bytes
  }
  const flipped = (name: string, from: string, to: string) => (all: Record<string, Uint8Array>) => {
    all[name] = strToU8(strFromU8(all[name]!).replace(from, to))
  }

  it("refuses a changed, missing or added file", () => {
    expect(verifyPack(rezip(flipped("row-01/结论.txt", "是", "否"))).ok).toBe(false)
    expect(verifyPack(rezip((all) => delete all["row-01/结论.txt"])).ok).toBe(false)
    expect(verifyPack(rezip((all) => Object.assign(all, { "x.txt": strToU8("x") }))).ok).toBe(false)
    expect(verifyPack(bytes.slice(0, 400)).ok).toBe(false)
  })

  it("refuses changed content or data even with a manifest made to match", () => {
    expect(
      verifyPack(repack(flipped("disclosure.json", '"conclusion":"open"', '"conclusion":"yes"'))),
    ).toMatchObject({
      ok: false,
      error: { at: "disclosure.json" },
    })
    expect(verifyPack(repack(flipped("grounds.json", "周敏", "周明")))).toMatchObject({
      ok: false,
      error: { at: "grounds.json" },
    })
  })

  it("refuses a pack rewritten whole, against the hash on the public page", async () => {
    const other = buildInput({ ...input, own: buildOwn({ shortcomings: "无" }) })
    const forged = await evidencePack({
      content: compose(other),
      input: other,
      made: "2025-12-01",
      documents: new Map(),
    })
    expect(verifyPack(forged.bytes).ok).toBe(true)
    expect(verifyPack(forged.bytes, { sha256: seal(content) })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    })
  })
})

it("writes CSV that no spreadsheet computes", () => {
  expect(strFromU8(toCsv(["甲"], [["=1+1"], ['a,"b"']]))).toBe('甲\r\n\'=1+1\r\n"a,""b"""\r\n')
})
