import { chineseDay } from "@qiaoliang/basics"
import { spell } from "@qiaoliang/clause"
import type { z } from "zod"
import { type Condition, clauses, conditionsAsked } from "#policy/index.ts"
import type { Sight } from "./abilities.ts"
import type { Application } from "./application.ts"
import { type Call, type CallPost, type Content, labelOf } from "./call.ts"
import type { condition } from "./contract.ts"
import type { Version } from "./store.ts"

/** Whom to ask where the record is silent. */
const keepers: Readonly<Record<string, string>> = { "4.1": "学院（系）团组织", "4.3": "教务处" }

export const presentCondition = (c: Condition): z.output<typeof condition> => ({
  ...c,
  ask: c.verdict === "unknown" ? (keepers[c.clause] ?? null) : null,
})

/** The worst of the conditions: what is violated, else what is not known. */
export const fitOf = (conditions: readonly Condition[]): "met" | "unknown" | "violated" =>
  conditions.some((c) => c.verdict === "violated")
    ? "violated"
    : conditions.some((c) => c.verdict === "unknown")
      ? "unknown"
      : "met"

export const presentHead = (c: Call) => ({
  id: c.id,
  title: c.title,
  unionId: c.unionId,
  unionName: c.unionName,
  level: c.level,
  status: c.status,
  opensOn: c.opensOn,
  closesOn: c.closedOn ?? c.closesOn,
  posts: c.posts,
})

export const presentAsked = (bar: Parameters<typeof conditionsAsked>[0]) =>
  conditionsAsked(bar).map(({ clause, local, reading }) => ({
    clause,
    words: clauses[clause].words,
    local: local ? spell(local) : null,
    reading,
  }))

const postsInWords = (posts: readonly CallPost[]) => posts.map((p) => `${labelOf(p)}${p.number}人`).join("、")

const inWords: { readonly [F in keyof Content]: (c: Content) => string } = {
  title: (c) => c.title,
  text: (c) => c.text,
  contact: (c) => c.contact,
  opensOn: (c) => chineseDay(c.opensOn),
  closesOn: (c) => chineseDay(c.closesOn),
  posts: (c) => postsInWords(c.posts),
}

/** What a version changed of the one before, field by field, in words. */
export function changesBetween(before: Content, after: Content) {
  return (Object.keys(inWords) as (keyof Content)[]).flatMap((field) => {
    const [was, is] = [inWords[field](before), inWords[field](after)]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

/** Corrections since it was published, newest first. */
export const presentCorrections = (versions: readonly Version[]) =>
  versions
    .map((v, i) => {
      const before = versions[i - 1]
      return {
        on: v.on,
        because: v.because ?? "",
        changes: before ? changesBetween(before.content, v.content) : [],
        version: v.version,
        by: v.byName,
        capacity: v.capacity,
      }
    })
    .toReversed()

export const presentMine = (a: Application, call: Call, courseId: string | null) => ({
  id: a.id,
  callId: a.callId,
  callTitle: call.title,
  unionName: call.unionName,
  postId: a.postId,
  postKind: a.postKind,
  department: a.department,
  source: a.source,
  sourceNote: a.sourceNote,
  sourceOnRecord: a.sourceOnRecord,
  statement: a.statement,
  achievements: a.achievements,
  conditions: a.conditions.map(presentCondition),
  status: a.status,
  submittedOn: a.submittedOn,
  changedOn: a.changedOn,
  courseId,
  closesOn: call.closedOn ?? call.closesOn,
  can: {
    change: a.status === "submitted" && call.status === "open",
    withdraw: a.status === "submitted",
  },
})

/** A line of the applicants. The record leaves the room only for those who may see it whole; 学号 never does. */
export const presentApplicant = (a: Application, sight: Exclude<Sight, "none">) => ({
  id: a.id,
  name: a.name,
  faculty: a.faculty,
  className: a.className,
  grade: a.grade,
  level: a.level,
  postKind: a.postKind,
  department: a.department,
  source: a.source,
  sourceOnRecord: a.sourceOnRecord,
  conditions: sight === "whole" ? a.conditions.map(presentCondition) : null,
  status: a.status,
  submittedOn: a.submittedOn,
})
