import type { Actor, Permission } from "#kit/server/actor.ts"
import {
  classes,
  faculties,
  type RoomSamples,
  type SampleUnion,
  sample,
  self,
  simple,
  unions,
  university,
} from "#kit/server/samples.ts"
import type { Call } from "#modules/calls/index.ts"
import type { Course } from "#modules/courses/index.ts"
import type { maySeeOne } from "./abilities.ts"
import { type PostKind, procedures } from "./procedure.ts"

type Placed = Pick<Course, "places">

/** The places of a chain for a student of the cast's own faculty and class. */
const placed = (kind: PostKind): Placed => ({
  places: Object.fromEntries(
    procedures[kind].steps.flatMap((s) => s.by.map(({ office }) => [office, placeOf(office)])),
  ),
})

const placeOf = (office: string): string =>
  office === "class-branch"
    ? classes.own.id
    : office.startsWith("faculty-")
      ? faculties.own.id
      : university.id

const chains: Readonly<Record<string, { readonly kind: PostKind; readonly union: SampleUnion }>> = {
  校级主席团候选人: { kind: "school-presidium", union: unions.school },
  校级工作部门成员: { kind: "school-member", union: unions.school },
  本学院主席团候选人: { kind: "faculty-presidium", union: unions.own },
  本学院工作人员: { kind: "faculty-staff", union: unions.own },
}

const each = <C>(of: (kind: PostKind, union: SampleUnion) => C): Readonly<Record<string, C>> =>
  Object.fromEntries(Object.entries(chains).map(([name, { kind, union }]) => [name, of(kind, union)]))

type Slate = (
  actor: Actor,
  of: {
    readonly call: Pick<Call, "unionId" | "level" | "faculty">
    readonly all: readonly { readonly course: Placed }[]
  },
) => Permission
type Recommending = (actor: Actor, of: { readonly courses: ReadonlyMap<string, Placed> }) => Permission

const slate = each((kind, { id, level, faculty }) => ({
  loaded: { call: { unionId: id, level, faculty }, all: [{ course: placed(kind) }] },
}))

export const samples: RoomSamples = {
  room: "遴选",
  verbs: {
    "selection.calls": simple("进入遴选"),
    "selection.slate": sample<Slate>("查看人选名单", slate),
    "selection.effect": sample<Slate>("查看人选对各条款结论的影响", slate),
    "selection.one": sample<typeof maySeeOne>(
      "查看一名人选",
      each((kind) => ({ loaded: { course: placed(kind), number: self.number }, self: "报名人" })),
    ),
    "selection.recommend": sample<Recommending>(
      "成批推荐（每一行由程序写明的组织办理）",
      each((kind) => ({ loaded: { courses: new Map([["course", placed(kind)]]) } })),
    ),
    "selection.notices": simple("查看公示"),
  },
}
