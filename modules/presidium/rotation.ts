import { ok, type Refusal, type Result, refuse, type Semester, semesterName } from "@qiaoliang/basics"
import { nextOf, placeOf } from "./semesters.ts"

/** A member of a presidium, by 学号. */
export interface Member {
  readonly number: string
  readonly name: string
}

/** One semester's executive chair (2.2b). */
export interface Turn extends Semester, Member {
  /** Numbers of the members among whom it went round when it was planned. */
  readonly of: readonly string[]
}

/**
 * Who has had a turn in the round that runs. A round ends when all who are members have had one; those who
 * left are not waited for, those who join are.
 */
function hadInRound(turns: readonly Turn[], members: readonly Member[]): Set<string> {
  const had = new Set<string>()
  for (const turn of turns) {
    had.add(turn.number)
    if (turn.of.every((n) => had.has(n))) had.clear()
  }
  if (members.every((m) => had.has(m.number))) had.clear()
  return had
}

/** Members who have had no turn in the round that runs; never none. */
export function waiting(turns: readonly Turn[], members: readonly Member[]): readonly Member[] {
  const had = hadInRound(turns, members)
  return members.filter((m) => !had.has(m.number))
}

/**
 * The turns from a semester on, always the same for the same people: first who has had none in this round;
 * among those who never had one before those whose last is longest ago; then as the roster has them.
 * `first` is in the chair already and keeps the first semester.
 */
export function propose(
  had: readonly Turn[],
  members: readonly Member[],
  from: Semester,
  semesters: number,
  first?: string,
): Turn[] {
  if (members.length === 0) return []
  const of = members.map((m) => m.number)
  const turns = [...had]
  let at = from
  for (let i = 0; i < semesters; i++) {
    const open = waiting(turns, members)
    const last = (m: Member) => turns.findLastIndex((t) => t.number === m.number)
    const seated = i === 0 ? open.find((m) => m.number === first) : undefined
    const next = seated ?? open.toSorted((a, b) => last(a) - last(b))[0]!
    turns.push({ ...at, ...next, of })
    at = nextOf(at)
  }
  return turns.slice(had.length)
}

/** Turns as somebody arranged them: members only, semester after semester, no second turn before all had one. */
export function arranged(
  had: readonly Turn[],
  members: readonly Member[],
  from: Semester,
  wanted: readonly (Semester & { readonly number: string })[],
): Result<readonly Turn[], Refusal> {
  const of = members.map((m) => m.number)
  const turns: Turn[] = []
  let at = from
  for (const given of wanted) {
    if (placeOf(given) !== placeOf(at))
      return refuse("invalid", `轮值须从${semesterName(from)}起逐学期安排，不能空缺或重复`, { at: "turns" })
    const member = members.find((m) => m.number === given.number)
    if (!member)
      return refuse("against-clause", `${semesterName(at)}排的人不是主席团成员`, {
        clause: "2.2b",
        cure: "执行主席由主席团成员轮值担任，请从主席团成员中选",
        at: "turns",
      })
    const open = waiting([...had, ...turns], members)
    if (!open.includes(member)) return again(member, at, open)
    turns.push({ schoolYear: at.schoolYear, half: at.half, ...member, of })
    at = nextOf(at)
  }
  return ok(turns)
}

function again(member: Member, at: Semester, open: readonly Member[]) {
  const names = open.map((m) => m.name).join("、")
  return refuse("against-clause", `${semesterName(at)}又排了${member.name}，而${names}还没有轮值过`, {
    clause: "2.2b",
    cure: `先安排${open[0]?.name ?? ""}，所有成员都轮值一次后再排第二次`,
    at: "turns",
  })
}
/** More than half of the members. */
export const isMajority = (of: number, members: number): boolean => of * 2 > members
