import type { Actor, Permission } from "./actor.ts"

/**
 * What stands for the records a verb is about when `docs/permissions.md` is made: a room's `samples.ts` says for
 * each of its verbs what `load` would have answered, and every kind of person is tried on it.
 */
export interface Case<L = unknown, I = unknown> {
  /** What `load` answers, as far as the ability looks at it. */
  readonly loaded?: L
  /** The same, where `load` looks at who asks. */
  readonly loadedFor?: (actor: Actor) => L
  readonly input?: I
  /** What the person concerned is called (报名人), where the case is about `self`. */
  readonly self?: string
  /** Nobody decides on their own case: the person concerned may not, whatever post they hold. */
  readonly barred?: true
}

/** One verb or question: its name for an officer, and the cases it is tried on. */
export interface Sample {
  readonly name: string
  readonly cases: readonly (Case & { readonly of: string })[]
}

/** What a room's `samples.ts` exports. The keys are the names of its contracts. */
export interface RoomSamples {
  readonly room: string
  readonly verbs: Readonly<Record<string, Sample>>
}

type Ability = (actor: Actor, loaded: never, input: never) => Permission
type LoadedBy<M> = M extends (actor: never, loaded: infer L, ...rest: never) => unknown ? L : never
type AskedBy<M> = M extends (actor: never, loaded: never, input: infer I) => unknown ? I : never

/** A verb on its cases, typed by the ability they are for: `sample<typeof mayCall>("起草选拔通知", { … })`. */
export const sample = <M extends Ability>(
  name: string,
  cases: Readonly<Record<string, Case<LoadedBy<M>, AskedBy<M>>>>,
): Sample => ({ name, cases: Object.entries(cases).map(([of, c]) => ({ of, ...c })) })

/** A verb that asks for nothing but the person. */
export const simple = (name: string): Sample => ({ name, cases: [{ of: "—" }] })

/** An ability that finds what it looks at under a name of what `load` answers. */
export type Within<K extends string, M extends Ability> = (
  actor: Actor,
  loaded: Readonly<Record<K, LoadedBy<M>>>,
) => Permission

/** Whom a case is about. People of the cast become this person to see what their own case allows. */
export const self = { account: "self", number: "self", name: "本人" } as const

/** Where the cast holds its posts; everything else in a sample lies at one of these places. */
export const university = { id: "university", name: "本校" } as const
export const faculties = {
  own: { id: "faculty-own", name: "本学院" },
  other: { id: "faculty-other", name: "其他学院" },
} as const
export const classes = {
  own: { id: "本学院/本班", name: "本班", faculty: "本学院" },
  sister: { id: "本学院/他班", name: "他班", faculty: "本学院" },
  other: { id: "其他学院/他班", name: "他班", faculty: "其他学院" },
} as const

/** The id of an office of the cast at its place; a union's own is the union's. */
export const officeIdAt = (kind: string, place: string): string => `${kind} ${place}`

/** A student union of the samples; a row of the register, and what rooms make of one. */
export interface SampleUnion {
  readonly universityId: string
  readonly id: string
  readonly name: string
  readonly level: "school" | "faculty"
  readonly kind: "undergraduate" | "graduate"
  readonly faculty: string | null
  readonly facultyId?: string
  readonly openedBy: string
}

const row = { universityId: university.id, openedBy: "samples", kind: "undergraduate" } as const

export const unions = {
  school: { ...row, id: "union-school", name: "校学生会", level: "school", faculty: null },
  graduate: {
    ...row,
    id: "union-graduate",
    name: "校研究生会",
    level: "school",
    kind: "graduate",
    faculty: null,
  },
  own: {
    ...row,
    id: "union-own",
    name: "本学院学生会",
    level: "faculty",
    faculty: faculties.own.name,
    facultyId: faculties.own.id,
  },
  other: {
    ...row,
    id: "union-other",
    name: "其他学院学生会",
    level: "faculty",
    faculty: faculties.other.name,
    facultyId: faculties.other.id,
  },
} as const satisfies Readonly<Record<string, SampleUnion>>

/** One verb on a school's union and on a faculty's: the two cases most rooms have. */
export const onUnions = <L>(
  of: (union: SampleUnion) => L,
): Readonly<Record<string, { readonly loaded: L }>> => ({
  [unions.school.name]: { loaded: of(unions.school) },
  [unions.own.name]: { loaded: of(unions.own) },
})
