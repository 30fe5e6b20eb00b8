import { type Actor, type Capacity, nobody } from "#kit/server/actor.ts"
import { classes, faculties, officeIdAt, unions, university } from "#kit/server/samples.ts"
import { officeName, postsOf, usualTitle } from "#modules/offices/office.ts"
import { type OfficeKind, offices } from "#policy/offices.ts"
import type { PostKind } from "#policy/vocabulary.ts"

/** One person of the cast: one post in one office, as an officer would name it. */
export interface Member {
  readonly title: string
  readonly clerk: boolean
  readonly actor: Actor
}

/** An office at one place with everybody who can hold a post in it. `family` has the places of one kind together. */
export interface Group {
  readonly name: string
  readonly family: string
  /** What the group is called where all of its kind are meant: 各学院团组织. */
  readonly all: string
  readonly university: boolean
  readonly members: readonly Member[]
}

type Held = Omit<Capacity, "post" | "title" | "designated">

interface Seat {
  readonly post: string
  readonly title: string
  readonly designated?: true
}

const person = (key: string, capacities: readonly Capacity[]): Actor => ({
  account: key,
  number: key,
  name: key,
  admin: false,
  capacities,
})

const member = (held: Held, seat: Seat): Member => ({
  title: seat.title,
  clerk: seat.post === "clerk",
  actor: person(`${held.officeId} ${seat.title}`, [{ ...held, ...seat }]),
})

/** A post held for a union makes its holder act for the union; 10.3 designates one full-time deputy. */
const seatsOf = (kind: OfficeKind): readonly Seat[] =>
  postsOf(kind).flatMap((post): Seat[] => {
    const title = usualTitle(kind, post)
    if (post === "secretary") return []
    return post === "deputy-secretary"
      ? [
          { post, title: `明确指导学生会的${title}`, designated: true },
          { post, title: `其他${title}` },
        ]
      : [{ post, title }]
  })

const place = {
  university: [{ id: university.id, name: university.name }],
  unit: [
    { id: "unit-own", name: "承办部门" },
    { id: "unit-other", name: "其他职能部门" },
  ],
  above: [{ id: "above", name: "上级学联" }],
  faculty: [faculties.own, faculties.other],
  class: [classes.own, classes.sister, classes.other],
} as const

const nameAt = (kind: OfficeKind, at: { readonly id: string; readonly name: string }): string =>
  at === classes.sister
    ? "本学院其他班团支部"
    : at === classes.other
      ? "其他学院的班团支部"
      : officeName(kind, at.name)

const ofAll: Partial<Record<OfficeKind, string>> = {
  "faculty-party": "各学院党组织",
  "faculty-league": "各学院团组织",
  "class-branch": "各班团支部",
  service: "各职能部门",
}

const ofOffice = (kind: OfficeKind, scope: "university" | "faculty" | "class" | "unit" | "above"): Group[] =>
  place[scope].map((at) => {
    const name = nameAt(kind, at)
    const held = {
      office: kind,
      officeId: officeIdAt(kind, at.id),
      officeName: name,
      scope: { kind: scope, id: at.id, name: at.name },
    }
    return {
      name,
      family: kind,
      all: ofAll[kind] ?? name,
      university: scope === "university",
      members: seatsOf(kind).map((seat) => member(held, seat)),
    }
  })

/** Those who act for a union: its students by the kinds of post on a roster, and its secretary-general. */
const unionSeats: readonly (Seat & { readonly post: Exclude<PostKind, "listed"> | "secretary" })[] = [
  { post: "presidium", title: "主席团成员" },
  { post: "head", title: "部门负责人" },
  { post: "member", title: "部门成员" },
  { post: "secretary", title: "秘书长" },
]

const ofUnion = (union: (typeof unions)[keyof typeof unions]): Group => ({
  name: union.name,
  family: "union",
  all: "各学生会和研究生会",
  university: false,
  members: unionSeats.map((seat) =>
    member(
      {
        office: "union",
        officeId: union.id,
        officeName: union.name,
        scope: { kind: "union", id: union.id, name: union.name },
      },
      seat,
    ),
  ),
})

/** Everybody with a post, office by office. */
export const groups: readonly Group[] = [
  ...offices.flatMap((o) => ofOffice(o.kind, o.scope)),
  ...Object.values(unions).map(ofUnion),
]

/** A student who holds no post. */
export const student: Actor = person("student", [])
/** Keeps the machine, holds no post. */
export const administrator: Actor = { ...person("administrator", []), admin: true }
export const stranger: Actor = nobody
