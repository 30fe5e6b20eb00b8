import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { utf8 } from "./encodings.ts"
import { archiveOf, hold, singles, smallElection, unwrap } from "./for-tests.ts"
import { continues, eventRecords, header, joined, readArchive, verifyArchive } from "./index.ts"
import { tarRecord } from "./tar.ts"

const { prepared, ballots } = await smallElection((group) => singles(group, 1))
const events = hold(prepared, ballots)
const whole = archiveOf(events)
const archive = unwrap(readArchive(whole))
const ends = archive.events.map((event) => event.end)
const part = (count: number) => whole.slice(0, ends[count - 1])

const error = (bytes: Uint8Array): string => {
  const read = readArchive(bytes)
  return read.ok ? "" : read.error
}
const changed = (at: number, to: number): Uint8Array => whole.with(at, to)

describe("the file", () => {
  it("is the header and every event's records, nothing else", () => {
    expect(archive.events.map((event) => event.type)).toEqual(events.map(([type]) => type))
    expect(archive.events.map((event) => event.data)).toEqual(events.map(([, ...data]) => data))
    expect(ends.at(-1)).toBe(whole.length)
  })
  it("has the first header in the old form, byte for byte", () => {
    const text = '{"version":1,"timestamp":"1795640463"}'
    const head = new TextDecoder().decode(header(1_795_640_463))
    expect(head.slice(100, 157)).toBe(
      "0000644\x000000000\x000000000\x0000000000046\x0015301646217\x00004646\x00 0".replace(
        "004646",
        head.slice(148, 154),
      ),
    )
    expect(head.slice(157, 512)).toBe("\0".repeat(355))
    expect(head.slice(512, 512 + text.length)).toBe(text)
    const sum = [...utf8(head.slice(0, 512))].reduce(
      (total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte),
      0,
    )
    expect(Number.parseInt(head.slice(148, 154), 8)).toBe(sum)
  })
  it("is rejected with any single byte changed", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(readArchive(changed(at, whole[at]! ^ by)).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
    for (let at = 0; at < 1024 + 512; at++) expect(readArchive(changed(at, whole[at]! ^ 1)).ok).toBe(false)
  })
  it("is rejected cut off anywhere but after an event", () => {
    for (const count of [1, 2, 4, 5]) expect(readArchive(part(count)).ok).toBe(true)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(readArchive(whole.slice(0, length)).ok).toBe(ends.includes(length))
      }),
      { numRuns: 200 },
    )
  })
  it("is rejected with anything at its end", () => {
    for (const more of [new Uint8Array(1), new Uint8Array(512), new Uint8Array(1024), utf8("x")])
      expect(error(joined([whole, more]))).toContain("混入了多余的字节")
    const stray = tarRecord(`${"0".repeat(64)}.data.json`, utf8("{}"), archive.timestamp)
    expect(error(joined([whole, stray]))).toContain("校验码不符")
  })
  it("is rejected with a record more, fewer, or in another place", () => {
    const { timestamp } = archive
    const first = events.slice(0, 1)
    const head = archiveOf(first)
    const parent = { hash: archive.events[0]!.hash, height: 0 }
    const next = eventRecords(timestamp, parent, "Ballot", [ballots[0]!])
    expect(readArchive(joined([head, next.bytes])).ok).toBe(true)
    const after = (bytes: Uint8Array) => error(joined([head, bytes]))
    expect(after(eventRecords(timestamp, parent, "Ballot", ["{}", ballots[0]!]).bytes)).toContain(
      "多余或缺少",
    )
    expect(after(eventRecords(timestamp, parent, "Ballot", []).bytes)).toContain("字段不全")
    expect(after(eventRecords(timestamp, parent, "EndBallots", ["{}"]).bytes)).toContain("字段不全、多余")
    expect(after(next.bytes.slice(next.bytes.length - 1024))).toContain("多余或缺少")
    expect(after(eventRecords(timestamp + 1, parent, "Ballot", [ballots[0]!]).bytes)).toContain("不规范")
    expect(after(eventRecords(timestamp, { ...parent, height: 1 }, "Ballot", [ballots[0]!]).bytes)).toContain(
      "序号不连续",
    )
    expect(
      after(eventRecords(timestamp, { ...parent, hash: "0".repeat(64) }, "Ballot", [ballots[0]!]).bytes),
    ).toContain("衔接不上")
    expect(after(eventRecords(timestamp, null, "Ballot", [ballots[0]!]).bytes)).toContain("字段不全")
    const spaced = utf8('{"parent": "x"}')
    expect(error(joined([head, tarRecord(`${"0".repeat(64)}.event.json`, spaced, timestamp)]))).toContain(
      "校验码",
    )
  })
  it("is rejected where a ballot is put in twice", () => {
    const twice = archiveOf([...events.slice(0, 2), ...events.slice(1)])
    expect(error(twice)).toContain("重复了先前的一条记录")
  })
  it("is told from other files", async () => {
    for (const other of [new Uint8Array(0), utf8("PK\u0003\u0004"), new Uint8Array(2048), utf8("BELENIOSx")])
      expect(await verifyArchive(other)).toMatchObject({ ok: false, notArchive: true })
    expect(await verifyArchive(whole.slice(0, 700))).not.toHaveProperty("notArchive")
    expect(error(header(1))).toContain("没有任何事件")
  })
})

describe("an archive that grows", () => {
  it("continues every earlier state of itself, and itself", () => {
    for (let count = 1; count <= events.length; count++) expect(continues(part(count), whole).ok).toBe(true)
  })
  it("does not where a ballot was dropped, replaced, or put elsewhere, nor backwards", () => {
    const three = part(4)
    const [setup, a, b, c, ...rest] = events as [
      (typeof events)[0],
      (typeof events)[0],
      (typeof events)[0],
      (typeof events)[0],
      ...typeof events,
    ]
    const other: (typeof events)[0] = [
      "Ballot",
      prepared.cast(2, [
        [1, 0, 0],
        [1, 0, 0, 0, 0],
      ]),
    ]
    for (const later of [
      [setup, a, b],
      [setup, a, c, ...rest],
      [setup, b, a, c],
      [setup, a, other, c],
      [setup, other, a, b, c],
    ]) {
      const told = continues(three, archiveOf(later))
      expect(told.ok).toBe(false)
      if (!told.ok) expect(told.error).toMatch(/缺少|被换过/)
    }
    expect(continues(whole, three).ok).toBe(false)
    expect(continues(three, whole.slice(0, -1)).ok).toBe(false)
  })
})
