import { type Day, ok, refuse } from "@qiaoliang/basics"
import { fetchFile } from "#kit/server/files.ts"
import { charterText } from "#modules/charter/index.ts"
import { gather as factsOn } from "#modules/findings/index.ts"
import { leadershipOn } from "#modules/offices/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { judgeUnion } from "#policy/index.ts"
import { asSheetReads } from "#policy/practice/self-assessment/index.ts"
import type { Facts } from "#policy/vocabulary.ts"
import { formOf } from "./form.ts"
import type { At, Sources, UnionLabel } from "./gather.ts"
import type { CharterText, CongressFacts, Responsible, UnionFacts } from "./input.ts"
import { approvedWords } from "./store.ts"
import { responsibleRoles } from "./words-of.ts"

/** The other rooms as they are: who the unions are, what is known of them on a day, who answers for them. */
export const live: Sources = {
  union: async (at, unionId) => (await labels(at, [unionId]))[0],
  unions: (at) => labels(at),
  gather: async (at, unionId, schoolYear, day) => {
    const unions = await unionsOf(at.tx)
    const filer = unions.find((u) => u.id === unionId)
    if (!filer) return refuse("not-found", "没有这个学生会组织")
    const below =
      filer.level === "school" ? unions.filter((u) => u.level === "faculty" && u.kind === filer.kind) : []
    const ids = [filer, ...below].map((u) => u.id)
    const sheet = formOf(at.university, schoolYear)
    if (!sheet.ok) return sheet
    const facts = new Map((await factsOn(at.tx, at.university, ids, day)).map((f) => [f.union.id, f]))
    const words = await approvedWords(
      at.tx,
      below.map((u) => u.id),
      schoolYear,
    )
    const known = (u: UnionRow): UnionFacts => {
      const f = facts.get(u.id)!
      const own = words.get(u.id)
      return unionFactsOf(asSheetReads(sheet.value, f), own ?? { attested: [], shortcomings: "" })
    }
    return ok({
      schoolYear,
      asOf: day,
      sheet: sheet.value,
      university: { name: at.university.name },
      filer: known(filer),
      faculties: below.map(known),
      charter: await charterOf(at, unionId, day),
      congress: congressOf(facts.get(filer.id)!),
      responsible: await responsibleFor(at, filer, day),
      reviews: [],
    })
  },
}

async function labels(at: At, ids?: readonly string[]): Promise<UnionLabel[]> {
  const { rows } = await at.tx.client.query<{ id: string; name: string }>(
    "select id, name from faculty where university_id = $1",
    [at.tx.university],
  )
  const faculties = new Map(rows.map((f) => [f.name, f.id]))
  return (await unionsOf(at.tx, ids)).map((u) => {
    const facultyId = u.faculty === null ? undefined : faculties.get(u.faculty)
    return { id: u.id, name: u.name, level: u.level, kind: u.kind, ...(facultyId ? { facultyId } : {}) }
  })
}

/** Facts as the articles have them, judged, with what the union itself vouched for. */
export function unionFactsOf(f: Facts, own: Pick<UnionFacts, "attested" | "shortcomings">): UnionFacts {
  return {
    id: f.union.id,
    name: f.union.name,
    level: f.union.level,
    kind: f.union.kind,
    ...(f.union.faculty ? { faculty: f.union.faculty } : {}),
    posts: f.posts,
    departments: f.departments,
    findings: judgeUnion(f),
    answers: f.answers,
    ...own,
  }
}

export const congressOf = (f: Facts): CongressFacts | null =>
  f.congress
    ? { name: f.congress.name, held: f.congress.held, delegates: f.congress.delegates.length, agenda: [] }
    : null

async function charterOf({ tx }: At, unionId: string, day: Day): Promise<CharterText | null> {
  const charter = await charterText(tx, unionId, day)
  if (!charter) return null
  const { document, ...rest } = charter
  const file = document && (await fetchFile(tx, document.id))
  return { ...rest, ...(file ? { document: { id: file.id, name: file.name, sha256: file.sha256 } } : {}) }
}

async function responsibleFor(at: At, union: UnionRow, day: Day): Promise<Responsible[]> {
  const { holders } = await leadershipOn(at.tx, at.university, day)
  const [guide, secretary] = responsibleRoles(union)
  const guides =
    union.level === "school"
      ? holders.filter((h) => h.designated)
      : holders.filter(
          (h) => h.office === "faculty-league" && h.post === "head" && h.faculty === union.faculty,
        )
  const secretaries = holders.filter((h) => h.post === "secretary" && h.union === union.id)
  return [
    ...guides.map((h) => ({
      role: guide,
      name: h.name,
      fullTime: h.fullTime,
      remark: h.title,
    })),
    ...secretaries.map((h) => ({ role: secretary, name: h.name, fullTime: h.fullTime, remark: h.title })),
  ]
}
