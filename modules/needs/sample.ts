import type { Ctx } from "#kit/server/world.ts"
import { studentOn } from "#modules/people/index.ts"
import { usualHelpLines } from "#policy/practice/needs.ts"
import type { StudyLevel } from "#policy/vocabulary.ts"
import { keepHelpLines } from "./keeping.ts"
import { deskUnion } from "./load.ts"
import { type Raiser, raiseNeed, shelve, speakFor } from "./raising.ts"
import { sampleNeeds } from "./sample-texts.ts"
import { categoriesOf } from "./store.ts"

/** The student of the sample who signs in. */
const volunteer = "202201010101"

interface Someone extends Raiser {
  readonly level: StudyLevel
}

/** Needs of 明湖大学, raised and joined by students of its register. Made once. */
export async function loadSampleNeeds(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.client.query("select from need where university_id = $1 limit 1", [
    ctx.tx.university,
  ])
  const people = rows.length > 0 ? [] : await students(ctx)
  const own = people.find((p) => p.number === volunteer)
  if (people.length < 200) return
  const others = people.filter((p) => p !== own && p.level === "undergraduate")
  const categories = new Map((await categoriesOf(ctx.tx)).map((c) => [c.name, c]))
  for (const [i, said] of sampleNeeds.entries()) {
    const category = categories.get(said.category)
    const who = said.byVolunteer && own ? own : others[(i * 31) % others.length]!
    const union = await deskUnion(ctx, who.level)
    if (!category || !union) continue
    const { title, text, place, shown } = said
    const need = await raiseNeed(
      ctx,
      {
        title,
        text,
        place,
        shown,
        categoryId: category.id,
        field: category.field,
        desk: category.desk,
        unionId: union.id,
        discreet: said.discreet ?? false,
        photos: [],
        raisedOn: said.on,
      },
      who,
    )
    for (let v = 0; v < said.voices; v++)
      await joins(ctx, need.id, others[(i * 31 + 7 * (v + 1)) % others.length]!)
    if (own && i === 1) await joins(ctx, need.id, own)
  }
  await keepHelpLines(ctx.tx, [
    { kind: "danger", name: "校园报警（保卫处）", phone: "66110", note: "校内短号，全天有人接听" },
    { kind: "danger", name: "校医院急诊", phone: "66120", note: "校内短号，全天" },
    { kind: "mind", name: "心理健康教育中心", phone: "66525", note: "工作日 8:30—21:00，大学生活动中心四层" },
    ...usualHelpLines,
  ])
}

async function joins(ctx: Ctx, needId: string, who: Someone): Promise<void> {
  if (await speakFor(ctx, needId, who))
    await shelve(ctx, who.number, (s) => ({ ...s, joined: [...s.joined, needId] }))
}

/** Some hundreds of the register, from all faculties, always the same ones. */
async function students(ctx: Ctx): Promise<readonly Someone[]> {
  if (!(await studentOn(ctx.tx, volunteer, ctx.today))) return []
  const { rows } = await ctx.tx.client.query<Someone>(
    `select number, name, faculty, coalesce(class_name, '') as "className", level from student
     where university_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
     order by number = $3 desc, md5(number) limit 600`,
    [ctx.tx.university, ctx.today, volunteer],
  )
  return rows
}
