import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decides, type HallNow, type Next, nextAction } from "./next-action.ts"

const kinds = ["report", "charter", "rules", "election", "proposals", "other"] as const

const item = (id: string) =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom(...kinds),
    state: fc.constantFrom("pending" as const, "done" as const, "skipped" as const),
    decided: fc.boolean(),
  })

const panel = (id: string) =>
  fc.record({
    id: fc.constant(id),
    state: fc.constantFrom("preparing", "open", "counting", "done"),
    acts: fc.boolean(),
  })

/** Any hall that can be: one item under way at most, a vote or a speaker only while it sits on an item. */
const halls: fc.Arbitrary<HallNow> = fc
  .record({
    assembly: fc.constantFrom("preparing", "convened", "open", "closed", "cancelled"),
    due: fc.boolean(),
    quorum: fc.boolean(),
    adjourned: fc.boolean(),
    items: fc
      .integer({ min: 0, max: 6 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => item(`i${i}`)))),
    on: fc.option(fc.nat(5), { nil: null }),
    speaking: fc.boolean(),
    waiting: fc.boolean(),
    vote: fc.constantFrom(null, "open" as const, "counted" as const),
    panels: fc
      .integer({ min: 0, max: 2 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => panel(`p${i}`)))),
    confirmed: fc.boolean(),
  })
  .map((d): HallNow => {
    const sits = d.assembly === "open" && !d.adjourned
    const on = sits && d.on !== null && d.on < d.items.length ? d.on : null
    return {
      assembly: d.assembly as HallNow["assembly"],
      due: d.due,
      state:
        d.assembly === "closed"
          ? "closed"
          : d.assembly === "open"
            ? sits
              ? "sitting"
              : "adjourned"
            : "waiting",
      quorum: d.quorum,
      items: d.items.map((i, n) => (n === on ? { ...i, state: "on" } : i)),
      speaking: on !== null && d.speaking ? "s1" : null,
      waiting: on !== null && d.waiting ? "s2" : null,
      vote: on !== null && d.vote ? { id: "v1", state: d.vote } : null,
      panels: d.panels as HallNow["panels"],
      confirmed: d.assembly === "closed" && d.confirmed,
    }
  })

/** What a hall is after its next action; undefined where it waits for somebody outside the hall. */
function done(now: HallNow, next: Next): HallNow | undefined {
  const on = (id: string, change: Partial<HallNow["items"][number]>): HallNow => ({
    ...now,
    items: now.items.map((i) => (i.id === id ? { ...i, ...change } : i)),
  })
  const current = now.items.find((i) => i.state === "on")
  switch (next.do) {
    case "open":
      return { ...now, assembly: "open", state: "sitting" }
    case "resume":
      return { ...now, state: "sitting" }
    case "check-in":
    case "no-quorum":
      return { ...now, quorum: true }
    case "wait":
      return { ...now, due: true }
    case "not-convened":
      return { ...now, assembly: "convened" }
    case "start-item":
      return on(next.item, { state: "on", decided: false })
    case "call-speaker":
      return { ...now, speaking: next.speaker, waiting: null }
    case "end-speech":
      return { ...now, speaking: null }
    case "open-vote":
      return { ...now, vote: { id: "v", state: "open" } }
    case "close-vote":
      return { ...now, vote: { id: next.vote, state: "counted" } }
    case "announce":
      return { ...on(current!.id, { decided: true }), vote: null }
    case "election":
      return {
        ...now,
        panels: now.panels.map((p) => (p.id === next.panel ? { ...p, state: "done", acts: false } : p)),
      }
    case "end-item":
      return on(next.item, { state: "done" })
    case "close":
    case "agenda":
      return { ...now, assembly: "closed", state: "closed" }
    case "minutes":
      return { ...now, confirmed: true }
    case "end":
      return undefined
  }
}

describe("nextAction", () => {
  it("names one action in every state, and none but at the end", () => {
    fc.assert(
      fc.property(halls, (now) => {
        const next = nextAction(now)
        const over = now.assembly === "cancelled" || (now.assembly === "closed" && now.confirmed)
        expect(next.do === "end").toBe(over)
        expect(nextAction(now)).toEqual(next)
      }),
    )
  })

  it("leads from every state to the end, never twice through the same one", () => {
    fc.assert(
      fc.property(halls, (begin) => {
        const seen = new Set<string>()
        let now: HallNow | undefined = begin
        while (now) {
          const key = JSON.stringify(now)
          expect(seen.has(key), key).toBe(false)
          seen.add(key)
          now = done(now, nextAction(now))
        }
        expect(seen.size).toBeLessThan(60)
      }),
    )
  })

  it("asks for the quorum before anything that needs it", () => {
    fc.assert(
      fc.property(halls, (now) => {
        const { do: act } = nextAction({ ...now, quorum: false })
        expect(["open", "resume", "open-vote"]).not.toContain(act)
      }),
    )
  })

  it("never ends an item that decides without its vote, nor leaves a result unannounced", () => {
    fc.assert(
      fc.property(halls, (now) => {
        const next = nextAction(now)
        if (next.do === "end-item") {
          const of = now.items.find((i) => i.id === next.item)!
          expect(decides(of.kind) && !of.decided).toBe(false)
        }
        if (now.vote?.state === "counted") expect(next).toEqual({ do: "announce", vote: "v1" })
        if (next.do === "close")
          expect(now.items.every((i) => i.state === "done" || i.state === "skipped")).toBe(true)
      }),
    )
  })
})
