import { describe, expect, it } from "vitest"
import type { Actor, Capacity } from "#kit/server/actor.ts"
import { offices } from "#policy/offices.ts"
import { mayAppoint, mayDesignate, mayEnd, mayStandIn } from "./abilities.ts"
import { type Office, officeName, postsOf } from "./office.ts"

const office = (kind: Office["kind"], scopeName = "桥梁大学", faculty: string | null = null): Office => ({
  id: `${kind}/${scopeName}`,
  kind,
  name: officeName(kind, scopeName),
  scopeKind: "university",
  scopeId: scopeName,
  scopeName,
  faculty,
})

const capacity = (of: Office, post: string): Capacity => ({
  office: of.kind,
  officeId: of.id!,
  officeName: of.name,
  scope: { kind: of.scopeKind, id: of.scopeId, name: of.scopeName },
  post,
  title: post,
})

const actor = (...capacities: Capacity[]): Actor => ({
  account: "a",
  number: "A",
  name: "甲",
  admin: false,
  capacities,
})

const admin: Actor = { ...actor(), admin: true }
const yes = (p: object) => "as" in p

const party = office("school-party")
const league = office("school-league")
const maths = office("faculty-league", "数学学院", "数学学院")
const physics = office("faculty-league", "物理学院", "物理学院")
const mathsParty = office("faculty-party", "数学学院", "数学学院")
const branch = office("class-branch", "数学2301", "数学学院")
const other = { number: "B" }

describe("appointing", () => {
  it("is refused to a person without posts, for every seat there is", () => {
    for (const { kind } of offices)
      for (const post of postsOf(kind))
        expect(yes(mayAppoint(actor(), { office: office(kind), post }, other)), `${kind} ${post}`).toBe(false)
  })
  it("is refused to a clerk of the very office", () => {
    expect(yes(mayAppoint(actor(capacity(league, "clerk")), { office: league, post: "clerk" }, other))).toBe(
      false,
    )
  })
  it("goes from the Party committee to heads, from heads to their own office", () => {
    expect(yes(mayAppoint(actor(capacity(party, "head")), { office: league, post: "head" }, other))).toBe(
      true,
    )
    const head = actor(capacity(league, "head"))
    expect(yes(mayAppoint(head, { office: league, post: "deputy-secretary" }, other))).toBe(true)
    expect(yes(mayAppoint(head, { office: league, post: "head" }, other))).toBe(false)
    expect(yes(mayAppoint(head, { office: maths, post: "head" }, other))).toBe(true)
    expect(yes(mayAppoint(head, { office: mathsParty, post: "head" }, other))).toBe(false)
    expect(yes(mayAppoint(head, { office: party, post: "deputy" }, other))).toBe(false)
  })
  it("stays in the faculty", () => {
    const head = actor(capacity(maths, "head"))
    expect(yes(mayAppoint(head, { office: branch, post: "head" }, other))).toBe(true)
    expect(yes(mayAppoint(actor(capacity(physics, "head")), { office: branch, post: "head" }, other))).toBe(
      false,
    )
    expect(yes(mayAppoint(head, { office: physics, post: "clerk" }, other))).toBe(false)
    const partyHead = actor(capacity(mathsParty, "head"))
    expect(yes(mayAppoint(partyHead, { office: maths, post: "head" }, other))).toBe(true)
    expect(yes(mayAppoint(partyHead, { office: physics, post: "head" }, other))).toBe(false)
  })
  it("is never of oneself, nor is ending", () => {
    const head = actor(capacity(party, "head"))
    expect(yes(mayAppoint(head, { office: league, post: "head" }, { number: "A" }))).toBe(false)
    expect(yes(mayAppoint(admin, { office: league, post: "head" }, { number: "A" }))).toBe(false)
    expect(yes(mayEnd(head, { office: league, post: "head", number: "A" }))).toBe(false)
    expect(yes(mayEnd(head, { office: league, post: "head", number: "B" }))).toBe(true)
  })
})

describe("an administrator without posts", () => {
  it("sets posts up, in no capacity", () => {
    expect(mayAppoint(admin, { office: party, post: "head" }, other)).toEqual({ as: null })
    expect(mayEnd(admin, { office: league, post: "head", number: "B" })).toEqual({ as: null })
  })
  it("designates nobody and names no stand-in", () => {
    expect(yes(mayDesignate(admin, other))).toBe(false)
    const of = { office: league, post: "head", number: "B", standsInFor: null } as const
    expect(yes(mayStandIn(admin, of, { number: "C" }))).toBe(false)
  })
})

describe("designating (10.3)", () => {
  it("is for the heads of League and Party committee, never for oneself", () => {
    expect(yes(mayDesignate(actor(capacity(league, "head")), other))).toBe(true)
    expect(yes(mayDesignate(actor(capacity(party, "head")), other))).toBe(true)
    expect(yes(mayDesignate(actor(capacity(league, "deputy-secretary")), other))).toBe(false)
    expect(yes(mayDesignate(actor(capacity(league, "head")), { number: "A" }))).toBe(false)
  })
})

describe("standing in", () => {
  const own = { office: maths, post: "head", number: "A", standsInFor: null } as const
  it("is named by the holder or by who appoints, and nobody names himself", () => {
    expect(yes(mayStandIn(actor(capacity(maths, "head")), own, other))).toBe(true)
    expect(yes(mayStandIn(actor(capacity(league, "head")), { ...own, number: "B" }, { number: "C" }))).toBe(
      true,
    )
    expect(yes(mayStandIn(actor(capacity(physics, "head")), { ...own, number: "B" }, { number: "C" }))).toBe(
      false,
    )
    expect(yes(mayStandIn(actor(capacity(league, "head")), { ...own, number: "B" }, { number: "A" }))).toBe(
      false,
    )
  })
})
