import type { Place } from "@qiaoliang/clause"
import { identify, type Register, type RowProblem } from "#modules/people/pure.ts"
import type { PostKind } from "#policy/vocabulary.ts"
import type { Claimed, RosterRecord } from "./records.ts"

/** A line of a roster once the register has said who it is. */
export interface SettledPost {
  readonly place: Place
  readonly department?: string
  readonly kind: PostKind
  readonly title: string
  readonly name: string
  /** 学号 in the register; null where nobody there matches. */
  readonly number: string | null
  readonly numberWritten: string | null
  readonly origin?: "faculty-union" | "other"
  readonly claimed?: Claimed
}

/** Who each line of one union's roster is; tells whom the register does not know and who comes twice. */
export function settleRoster(
  records: readonly RosterRecord[],
  register: Register,
): { posts: SettledPost[]; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const seen = new Map<string, SettledPost>()
  const posts = records.map((record) => {
    const post = settle(record, register, problems)
    const key = personKey(post)
    const before = key === null ? undefined : seen.get(key)
    if (before)
      problems.push(
        about(
          post,
          "duplicate-person",
          `${post.name}在${record.union.name}名单中重复出现（另见第${before.place.row}行），按一人计`,
          {
            other: before.place,
            cure: "删去重复的一行，一人只保留一个岗位",
          },
        ),
      )
    else if (key !== null) seen.set(key, post)
    return post
  })
  return { posts, problems }
}

function settle(record: RosterRecord, register: Register, problems: RowProblem[]): SettledPost {
  const { place, department, kind, title, name, origin, claimed } = record
  const identity = identify(register, record)
  const number = identity.by === null ? null : identity.student.number
  const post: SettledPost = {
    place,
    kind,
    title,
    name,
    number,
    numberWritten: record.number,
    claimed,
    ...(department === undefined ? {} : { department }),
    ...(origin === undefined ? {} : { origin }),
  }
  if (identity.by === null) problems.push(noMatch(post))
  else if (identity.by === "name" && record.number !== null)
    problems.push(
      about(post, "name-differs", `名册中没有学号${record.number}，按姓名、院系、年级认作${number}`, {
        written: record.number,
        cure: "更正名单中的学号",
      }),
    )
  else if (identity.nameDiffers) problems.push(nameDiffers(post, identity.student.name))
  return post
}

type Person = Pick<SettledPost, "place" | "name" | "number" | "numberWritten">

export const noMatch = (person: Person): RowProblem =>
  about(
    person,
    "identity-no-match",
    person.numberWritten === null
      ? `学生名册中找不到${person.name}（没有学号，同院系同年级也没有唯一的同名学生）`
      : `学生名册中没有学号${person.numberWritten}，也没有同院系同年级的${person.name}`,
    { ...(person.numberWritten ? { written: person.numberWritten } : {}), cure: "更正学号，或在名册中补录" },
  )

export const nameDiffers = (person: Person, inRegister: string): RowProblem =>
  about(person, "name-differs", `学号${person.number}在名册中是${inRegister}，名单写作${person.name}`, {
    written: person.name,
    cure: "核对学号与姓名",
  })

export function about(
  person: Person,
  report: RowProblem["report"] & string,
  because: string,
  more: Partial<RowProblem> = {},
): RowProblem {
  return {
    ...person.place,
    kind: "notice",
    because,
    report,
    name: person.name,
    studentId: person.number,
    ...more,
  }
}

const personKey = (post: Person) => post.number ?? post.numberWritten

/** Where a person already stands: on the roster of another union, read or on file. */
export interface Standing {
  readonly union: string
  readonly number: string
  readonly place: Place | null
}

/**
 * Who stands on the rosters of two unions: counted in each, told at every roster after the first. `onFile`
 * are the posts of unions whose rosters are not among these.
 */
export function acrossUnions(
  rosters: readonly { readonly union: string; readonly posts: readonly SettledPost[] }[],
  onFile: readonly Standing[] = [],
): RowProblem[] {
  const problems: RowProblem[] = []
  const first = new Map(onFile.map((s) => [s.number, { union: s.union, place: s.place }]))
  for (const { union, posts } of rosters) {
    const here = new Set<string>()
    for (const post of posts) {
      const key = personKey(post)
      if (key === null || here.has(key)) continue
      here.add(key)
      const before = first.get(key)
      if (!before) first.set(key, { union, place: post.place })
      else
        problems.push(
          about(post, "person-in-two-unions", `${post.name}同时列在${before.union}和${union}，分别计入两处`, {
            ...(before.place ? { other: before.place } : {}),
            cure: "核实是否兼任，或只保留一处",
          }),
        )
    }
  }
  return problems
}
