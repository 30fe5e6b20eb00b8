import { newId, unwrap } from "@qiaoliang/basics"
import { toXlsx } from "#kit/paper/index.ts"
import type { Actor } from "#kit/server/actor.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { categoriesOf } from "#modules/needs/index.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { openPosts, type UnionRow, unionByName } from "#modules/unions/index.ts"
import { hear, minute, raise } from "./actions/keeping.ts"
import { announce, make } from "./actions/planning.ts"
import { answer, ask, publish } from "./actions/survey.ts"
import { bring } from "./bringing.ts"
import { elsewhere, face, survey, talk } from "./sample-texts.ts"
import { heardAt, listeningsOf } from "./store.ts"
import { readExport } from "./workbook.ts"

/** Somebody does something on a day, by the room's own verbs. */
async function act<T>(ctx: Ctx, as: Actor, day: string, served: Served, input: object): Promise<T> {
  const now = new Date(`${day}T10:00:00+08:00`)
  const here = { ...ctx, actor: as, now, today: day, change: newId(now.getTime()) }
  const loaded = served.load ? unwrap(await served.load(here, input)) : undefined
  const permission = served.may(as, loaded, input)
  if ("refusal" in permission) throw new Error(`${served.contract.name}: ${permission.refusal.because}`)
  return unwrap(await served.run(here, input, loaded)) as T
}

async function chairOf(ctx: Ctx, union: UnionRow): Promise<Actor | undefined> {
  const found = (await openPosts(ctx.tx, union.id)).find((p) => p.kind === "presidium" && p.number)
  if (!found?.number) return undefined
  const capacities = await capacitiesOf(ctx.tx, found.number, ctx.today)
  return { account: found.number, number: found.number, name: found.name, admin: false, capacities }
}

/** A talk held, one face to face coming, a questionnaire open, one held with 问卷星. Once only. */
export async function loadSampleListening(ctx: Ctx): Promise<void> {
  const union = await unionByName(ctx.tx, `${ctx.university.name}学生会`)
  const chair = union && (await chairOf(ctx, union))
  if (!union || !chair || (await listeningsOf(ctx.tx, [union.id])).length > 0) return
  await held(ctx, union, chair)
  await coming(ctx, union, chair)
  await asked(ctx, union, chair)
  await broughtFrom(ctx, union, chair)
}

const meeting = { faculties: [], grades: [], places: null }

async function held(ctx: Ctx, union: UnionRow, chair: Actor): Promise<void> {
  const { heard, minutes, ...words } = talk
  const { id } = await act<{ id: string }>(ctx, chair, "2025-11-05", make, {
    unionId: union.id,
    kind: "talk",
    ...words,
    onDay: "2025-11-12",
    untilDay: "2025-11-12",
    fromTime: "19:00",
    untilTime: "20:30",
    offices: ["后勤保障处", "图书馆"],
    ...meeting,
    places: 60,
  })
  await act(ctx, chair, "2025-11-05", announce, { id })
  await act(ctx, chair, "2025-11-13", minute, { id, attendance: 42, minutes })
  const categories = await categoriesOf(ctx.tx)
  for (const { category, title: _, ...line } of heard) {
    const found = categories.find((c) => c.name === category)
    if (found) await act(ctx, chair, "2025-11-13", hear, { id, categoryId: found.id, ...line })
  }
  // The last one is still to be sent on.
  const items = (await heardAt(ctx.tx, [id]))
    .slice(0, -1)
    .map((h) => ({ heard: h.id, title: heard.find((l) => l.words === h.words)?.title ?? h.words }))
  await act(ctx, chair, "2025-11-14", raise, { id, items })
}

async function coming(ctx: Ctx, union: UnionRow, chair: Actor): Promise<void> {
  const { id } = await act<{ id: string }>(ctx, chair, "2025-11-10", make, {
    unionId: union.id,
    kind: "face",
    ...face,
    onDay: "2025-11-20",
    untilDay: "2025-11-20",
    fromTime: "14:30",
    untilTime: "16:30",
    ...meeting,
    places: 100,
  })
  await act(ctx, chair, "2025-11-10", announce, { id })
}

/** Students of the register without a post, some of each of a few faculties. */
async function students(ctx: Ctx): Promise<Actor[]> {
  const { rows } = await ctx.tx.client.query<{ number: string }>(
    `select number from (
       select number, row_number() over (partition by faculty order by md5(number)) as n from student
       where university_id = $1 and valid_to is null and level = 'undergraduate'
         and faculty = any(array['文学院', '法学院', '马克思主义学院', '经济学院', '外国语学院'])
         and not exists (select from post p where p.university_id = $1 and p.number = student.number)) s
     where n <= 16 order by n, number limit 56`,
    [ctx.tx.university],
  )
  return rows.map(({ number }) => ({
    account: number,
    number,
    name: "",
    admin: false,
    capacities: [],
  }))
}

async function asked(ctx: Ctx, union: UnionRow, chair: Actor): Promise<void> {
  const { questions, texts, ...words } = survey
  const { id } = await act<{ id: string }>(ctx, chair, "2025-11-09", make, {
    unionId: union.id,
    kind: "survey",
    ...words,
    place: "",
    onDay: "2025-11-12",
    untilDay: "2025-11-23",
    fromTime: "",
    untilTime: "",
    offices: [],
    ...meeting,
  })
  await act(ctx, chair, "2025-11-09", ask, { id, questions })
  await act(ctx, chair, "2025-11-09", announce, { id })
  for (const [i, student] of (await students(ctx)).entries()) {
    const given = {
      q1: [0, 1, 0, 3, 0, 2, 1, 4][i % 8],
      q2: i % 3 === 0 ? [0, 1] : [i % 5],
      q3: [3, 2, 4, 3, 5, 2, 3][i % 7],
      ...(i % 4 === 0 ? { q4: texts[(i / 4) % texts.length] } : {}),
    }
    // On the day that stands for today: the register begins there.
    await act(ctx, student, ctx.today, answer, { id, given })
  }
}

async function broughtFrom(ctx: Ctx, union: UnionRow, chair: Actor): Promise<void> {
  const { headers, how, what, words, fileName, title } = elsewhere
  const rows = Array.from({ length: 86 }, (_, i) => [
    i + 1,
    `2025/10/${13 + (i % 6)} ${12 + (i % 9)}:${10 + (i % 50)}:08`,
    `${48 + ((i * 7) % 90)}秒`,
    i % 9 === 0 ? "链接" : "微信",
    i % 9 === 0 ? "直接访问" : "N/A",
    `10.18.${i % 4}.${i + 2}`,
    how[[0, 1, 1, 2, 1, 2, 0, 3, 1][i % 9]!],
    [what[i % 5], what[(i * 3 + 1) % 5]].filter((w, at, all) => all.indexOf(w) === at).join("┋"),
    `${[4, 5, 3, 4, 4, 5, 2][i % 7]}`,
    words[i % words.length],
  ])
  const bytes = await toXlsx([{ name: "Sheet1", columns: headers.map((header) => ({ header })), rows }])
  const found = unwrap(readExport(fileName, bytes))
  const columns = found.columns.map((c) => ({
    index: c.index,
    kind: c.header.startsWith("你希望") ? ("text" as const) : c.kind,
  }))
  const brought = unwrap(
    await bring({ ...ctx, actor: chair }, found, {
      unionId: union.id,
      title,
      onDay: found.from!,
      untilDay: found.to!,
      columns,
    }),
  )
  if (!("id" in brought)) throw new Error(brought.problems.map((p) => p.because).join("；"))
  await act(ctx, chair, ctx.today, publish, { id: brought.id })
}
