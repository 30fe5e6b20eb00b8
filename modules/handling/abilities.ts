import {
  type Actor,
  allowed,
  type Capacity,
  inCapacity,
  isSignedIn,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import type { Need } from "#modules/needs/index.ts"
import type { HandlingRow } from "./handling.ts"

/** A need at the desk of a union; `department`: the one named as its desk, null until one was (`deskOf`). */
export interface AtDesk {
  readonly need: Pick<Need, "desk">
  readonly union: Pick<Under, "id">
  readonly department: string | null
}

/** Where a need lies, and whether the person asking raised it. */
export interface Lies extends AtDesk {
  readonly row: Pick<HandlingRow, "office" | "place">
  readonly own: boolean
}

/** Until a union named its desk, the department that has it in its name: 权益部、权益服务部. */
const isDesk = (department: string | null | undefined, named: string | null): boolean =>
  typeof department === "string" && (named === null ? department.includes("权益") : department === named)

/** Of a union's desk: the presidium, the secretary-general, and everybody of the department that is the desk. */
export const ofDesk = (c: Capacity, { union, department }: Pick<AtDesk, "union" | "department">): boolean =>
  ofUnion(c, union, "presidium", "secretary") ||
  (ofUnion(c, union, "head", "member") && isDesk(c.department, department))

/** 所提不得自办 */
const own: Permission = {
  refusal: {
    code: "not-allowed",
    because: "自己提出的诉求，不能自己转办、办理",
    cure: "由同一单位的其他人员办理",
  },
}

/** Whoever holds a post of a union, its secretary-general as well, hears of no report about its people. */
const isOf = (actor: Actor, union: Pick<Under, "id">): boolean =>
  actor.capacities.some((c) => c.office === "union" && c.officeId === union.id)

/** Those who sort it, whoever raised it; see `mayDesk`. */
export function sorts(actor: Actor, of: AtDesk): Permission {
  if (of.need.desk === "league")
    return mayAs(actor, "学校团委", (c) => c.office === "school-league" && !isOf(actor, of.union), "7.2")
  return mayAs(actor, "本会受理诉求的部门、主席团和秘书长", (c) => ofDesk(c, of), "1.4")
}

/**
 * Sorting, handing on, merging: the union's presidium and secretary-general and the department that is its desk. What
 * concerns the conduct of a union's people lies with the school's League committee alone (7.2).
 */
export const mayDesk = (actor: Actor, of: AtDesk): Permission => sorts(actor, of)

/** The same, and nobody with what he or she raised. */
export function mayHandOn(actor: Actor, of: AtDesk & Pick<Lies, "own">): Permission {
  const may = sorts(actor, of)
  return "refusal" in may ? may : of.own ? own : may
}

/** Several at once. */
export function mayHandOnAll(actor: Actor, all: readonly (AtDesk & Pick<Lies, "own">)[]): Permission {
  const refused = all.map((of) => mayHandOn(actor, of)).find((p) => "refusal" in p)
  return refused ?? allowed()
}

/** The union's own matters are answered by the union: its presidium and secretary-general keep them. */
export function mayKeep(actor: Actor, of: AtDesk & Pick<Lies, "own">): Permission {
  const may = mayAs(
    actor,
    "本会主席团和秘书长",
    (c) => of.need.desk === "union" && ofUnion(c, of.union, "presidium", "secretary"),
    "1.4",
  )
  return "refusal" in may ? may : of.own ? own : may
}

/** Everybody of the office it lies with, its clerks as well; of a union, everybody of its desk. */
export const ofOffice = (c: Capacity, of: Pick<Lies, "row" | "union" | "department">): boolean =>
  of.row.office !== null &&
  (of.row.office === "union"
    ? of.row.place === of.union.id && ofDesk(c, of)
    : c.office === of.row.office && c.scope.id === of.row.place)

export function mayAnswer(actor: Actor, of: Lies): Permission {
  const as = inCapacity(actor, (c) => ofOffice(c, of))
  if (!as) return onlyFor("承办单位", "1.4")
  return of.own ? own : allowed(as)
}

/** Those who hear of what is late, and may see what it is: 学工部 and the party's deputy secretary in charge of students. */
export const oversees = (c: Capacity): boolean =>
  c.office === "student-affairs" ||
  (c.office === "school-party" && (c.post === "head" || (c.post === "deputy" && c.title.includes("学生"))))

/** Desk, office, those over them; of reports of conduct only the League committee and the office it was sent to. */
export function mayRead(actor: Actor, of: Lies): Permission {
  const desk = sorts(actor, of)
  if ("as" in desk) return desk
  const as = inCapacity(actor, (c) => ofOffice(c, of) || (of.need.desk === "union" && oversees(c)))
  return as ? allowed(as) : onlyFor("受理诉求的部门、承办单位和学校学生工作部门", "1.4")
}

/** Notes and questions: the desk, and the office it lies with. */
export function mayTalk(actor: Actor, of: Lies): Permission {
  const desk = mayHandOn(actor, of)
  return "as" in desk ? desk : mayAnswer(actor, of)
}

/** Templates and the queue: those who have a desk of some kind; which, the desk asked for says. */
export interface Owned {
  /** Desks of the person asking: `union:ID`, `league`, `office:KIND:PLACE`, `over`. */
  readonly keys: readonly string[]
  readonly wanted: string | undefined
}

export const mayUse = (actor: Actor, { keys, wanted }: Owned): Permission =>
  isSignedIn(actor) && (wanted === undefined ? keys.length > 0 : keys.includes(wanted))
    ? allowed()
    : onlyFor("受理诉求的部门和承办单位", "1.4")

/** Which department is the desk: the union's presidium and secretary-general. */
export const mayNameDesk = (actor: Actor, { union }: { readonly union: Pick<Under, "id"> }): Permission =>
  mayAs(actor, "本会主席团和秘书长", (c) => ofUnion(c, union, "presidium", "secretary"))

/** What the person asking has to do with a need. */
export interface Voiced {
  readonly voice: boolean
  readonly raised: boolean
}

export const mayRate = (actor: Actor, { voice }: Pick<Voiced, "voice">): Permission =>
  isSignedIn(actor) && voice ? allowed() : onlyFor("提出或附议这件诉求的同学", "1.4")

export const mayReopen = (actor: Actor, { raised }: Pick<Voiced, "raised">): Permission =>
  isSignedIn(actor) && raised ? allowed() : onlyFor("提出这件诉求的同学", "1.4")

/** What is on the public board is everybody's; what is not, theirs who raised it or joined it. */
export const maySee = (_: Actor, of: Voiced & { readonly open: boolean }): Permission =>
  of.open || of.voice || of.raised
    ? allowed()
    : { refusal: { code: "not-found", because: "没有这件诉求，或者它没有公开" } }

export const anyone = (): Permission => allowed()
