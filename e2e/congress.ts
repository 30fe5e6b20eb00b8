import { pass, type Wire } from "./wire.ts"

/** What of a congress is too much for a story's screens, done over HTTP by the same people with the same verbs. */

export interface Person {
  readonly number: string
  readonly name: string
}

const words = "理想信念坚定，品行端正，作风务实，热心为同学们服务，在班级中公认。"

interface Offices {
  /** 文学院团组织、党组织. */
  readonly league: Wire
  readonly party: Wire
  readonly affairs: Wire
  readonly head: Wire
  readonly committee: Wire
}

/** 5.2 for each: applied, recommended, agreed, reviewed jointly, determined. Answers the courses, at their public notice. */
export async function determine(people: readonly Wire[], of: Offices): Promise<string[]> {
  const { items } = await of.head.get<{ items: { id: string; title: string }[] }>("selection/calls")
  const call = items.find((c) => c.title.includes("主席团候选人"))!.id
  const { posts } = await of.head.get<{ posts: { id: string; kind: string }[] }>("calls/one", { id: call })
  const postId = posts.find((p) => p.kind === "school-presidium")!.id
  for (const person of people)
    await person.post("calls/apply", {
      callId: call,
      postId,
      source: "exemplar",
      sourceNote: "校级三好学生",
      statement: "愿意利用课余时间为同学们做实事，认真倾听，如实反映，接受监督。",
    })
  const { rows } = await of.head.get<{ rows: { number: string; courseId: string }[] }>("selection/slate", {
    callId: call,
  })
  const courses = people.map((p) => rows.find((r) => r.number === p.number)!.courseId)
  for (const course of courses) {
    await pass(of.league, course, "recommended", "faculty-league", { vouch: words })
    await pass(of.party, course, "agreed", "faculty-party")
    await pass(of.affairs, course, "reviewed", "student-affairs")
    await pass(of.head, course, "reviewed", "school-league")
    await pass(of.committee, course, "determined", "school-party")
  }
  return courses
}

interface ListSeen {
  readonly id: string
  readonly seats: number
  readonly needed: number
  readonly shares: readonly { readonly grade: number; readonly seats: number }[]
  readonly courseId: string
  readonly nominees: readonly { readonly id: string; readonly number: string; readonly grade: number }[]
  readonly classes: readonly { readonly className: string; readonly students: number }[]
}

const listOf = (of: Wire, list: string) => of.get<ListSeen>("delegates/list", { list })

/**
 * 6.2 in one faculty: a class of each year names its people and one more, the faculty's union elects. Answers the
 * course, at its public notice.
 */
export async function electIn(
  assembly: string,
  faculty: string,
  { league, union, day }: { readonly league: Wire; readonly union: Wire; readonly day: string },
): Promise<string> {
  const { lists } = await league.get<{ lists: { id: string; label: string }[] }>("delegates/progress", {
    assembly,
  })
  const list = lists.find((l) => l.label === faculty)!.id
  const { shares, classes, courseId } = await listOf(league, list)
  for (const { grade, seats } of shares) {
    const short = `${grade % 100}`
    const { className, students } = classes.find((c) => new RegExp(`${short}\\d\\d班$`).test(c.className))!
    const { items } = await league.get<{ items: Person[] }>("delegates/classmates", { list, className })
    const nominees = items.slice(1, seats + 2).map((p, i) => ({ number: p.number, votes: students - 1 - i }))
    await league.post("delegates/recommend", {
      list,
      className,
      heldOn: day,
      people: students,
      present: students,
      nominees,
    })
  }
  await pass(league, courseId, "recommended", "faculty-league")
  const { nominees } = await listOf(union, list)
  // The first of each year are elected, and the one more is not.
  const left = new Map(shares.map((s) => [s.grade, s.seats]))
  const votes = nominees.map((n) => {
    const seats = left.get(n.grade)!
    left.set(n.grade, seats - 1)
    return { nominee: n.id, votes: seats > 0 ? 30 : 10 }
  })
  await union.post("delegates/elect", { list, heldOn: day, due: 40, present: 38, votes })
  return courseId
}

interface Allocated {
  readonly shown: {
    readonly result: {
      readonly groups: readonly { readonly name: string }[]
      readonly grades: readonly { readonly name: string }[]
      readonly cells: readonly (readonly ({ readonly seats: number } | null)[])[]
      readonly societies: readonly { readonly name: string; readonly seats: number }[]
    }
  }
}

/** The list of all other delegates, as their faculties and societies would send it: the seats as allocated. */
export async function listFile(of: Wire, assembly: string, without: string): Promise<string> {
  const { shown } = await of.get<Allocated>("seats/one", { assembly })
  const { groups, grades, cells, societies } = shown.result
  const rows = ["代表团,姓名,学号,来源,所属社团,是否学生会骨干"]
  const line = (faculty: string, p: Person, source: string, society: string) =>
    rows.push([faculty, p.name, p.number, source, society, "否"].join(","))
  const students = async (faculty: string, grade: string) =>
    (await of.get<{ items: Person[] }>("people/search", { faculty, grade, size: "40" })).items
  for (const [i, { name: faculty }] of groups.entries()) {
    if (faculty === without) continue
    for (const [j, grade] of grades.entries()) {
      const seats = cells[i]![j]?.seats ?? 0
      const own = await students(faculty, `${Number.parseInt(grade.name, 10)}`)
      for (const p of own.slice(20, 20 + seats)) line(faculty, p, "基层团支部", "")
    }
  }
  const first = groups.find((g) => g.name !== without)!.name
  const members = (await students(first, "2024")).slice(0, 19)
  for (const { name, seats } of societies)
    for (let i = 0; i < seats; i++) line(first, members.shift()!, "学生社团", name)
  return `\uFEFF${rows.join("\n")}\n`
}

export interface Seated extends Person {
  readonly id: string
  readonly delegation: string
  readonly head: boolean
}

export const delegatesOf = async (of: Wire, assembly: string): Promise<Seated[]> =>
  (await of.get<{ items: Seated[] }>("delegates/people", { assembly, size: "200" })).items

/** Each delegation has somebody at its head. */
export async function nameHeads(of: Wire, assembly: string): Promise<void> {
  const people = await delegatesOf(of, assembly)
  for (const own of Map.groupBy(people, (p) => p.delegation).values())
    await of.post("delegates/name-head", { assembly, id: own[0]!.id, basis: "代表团会议推选" })
}
