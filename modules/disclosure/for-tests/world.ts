import type { Person } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { findings } from "#modules/findings/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { people } from "#modules/people/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import * as contract from "../contract.ts"
import { disclosure } from "../module.ts"

/** What was answered, or the refusal's own words. */
export const must = <T>(answer: { ok: true; value: T } | { ok: false; error: { because: string } }): T => {
  if (!answer.ok) throw new Error(answer.error.because)
  return answer.value
}

/** A school union whose disclosure its secretary-general prepares and the designated deputy secretary approves. */
export async function disclosureWorld() {
  const w = await testWorld({
    modules: [people, unions, charterModule(articles), congressModule, evidence, findings, disclosure],
  })
  await addFaculty(w, "文学院")
  const union = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [1, 2, 3].map((n) => ({ number: `S${n}`, kind: "presidium" as const, title: "主席团成员" })),
  })
  await hold(w, { kind: "school-league", number: "SEC", name: "周敏", post: "secretary", union })
  await hold(w, {
    kind: "school-league",
    number: "DEP",
    name: "韩静",
    post: "deputy-secretary",
    designated: true,
  })
  await hold(w, { kind: "school-league", number: "OTHER", post: "deputy-secretary" })
  const secretary = await w.as("SEC")
  const deputy = await w.as("DEP")
  const stranger = await w.as("NOBODY")
  /** A draft with every gap filled or left open on purpose, by whom. */
  const readyDraft = async (by: Person, schoolYear: number) => {
    const drafted = must(await by.post(contract.draft, { unionId: union, schoolYear }))
    const shown = must(await by.get(contract.one, { id: drafted.id }))
    const texts = {
      delegates: "代表由各学院选举产生。",
      presidium: "由大会选举产生。",
      members: "公开选拔。",
      review: "每学期一次。",
    }
    const pending = Object.fromEntries(shown.obstacles.map((o) => [o.key, "正在收集材料"]))
    return must(await by.post(contract.edit, { id: drafted.id, version: drafted.version, texts, pending }))
  }
  return { w, union, secretary, deputy, stranger, readyDraft }
}
