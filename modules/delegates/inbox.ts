import { chineseDay } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { assemblyById, servingOf } from "#modules/assembly/index.ts"
import { decides } from "#modules/courses/index.ts"
import { reportsOf } from "./lists.ts"
import { fillsOf } from "./standing.ts"

/** A list of a faculty at recommendation to which a class has not spoken yet. */
interface Open {
  readonly id: string
  readonly assembly: string
  readonly seats: number
  readonly since: string
}

/** What waits outside the courses: the branch of a class to recommend, the committee to review and report. */
export async function inboxItems(ctx: Ctx) {
  const branches = ctx.actor.capacities.filter((c) => c.office === "class-branch" && decides(c))
  const items = []
  for (const branch of branches)
    for (const list of await recommending(ctx, branch))
      items.push({
        id: `delegates/recommend/${list.id}/${branch.scope.id}`,
        module: "delegates",
        title: "推荐代表人选",
        heading: "推荐代表人选",
        detail: `${list.assembly}：${branch.scope.name}召开班会推荐（本学院${list.seats}名）`,
        since: list.since,
        href: `/office/delegates/list/${list.id}`,
        capacity: `${branch.officeName} ${branch.title}`,
        clause: "6.2",
      })
  for (const a of (await servingOf(ctx.tx, ctx.actor.number)).filter((s) => s.duty === "credentials")) {
    const assembly = await assemblyById(ctx.tx, a.assemblyId)
    if (!assembly || assembly.state === "closed" || assembly.state === "cancelled") continue
    const common = {
      module: "delegates",
      since: a.from,
      capacity: `代表资格审查委员会${a.lead ? "主任" : "委员"}`,
      clause: "6.2",
    }
    const waiting = (await fillsOf(ctx, assembly.id)).reduce((n, f) => n + f.awaiting, 0)
    if (waiting > 0)
      items.push({
        ...common,
        id: `delegates/review/${assembly.id}`,
        title: "审查代表资格",
        heading: "审查代表资格",
        detail: `${assembly.name}：${waiting}名人选待审查`,
        href: `/office/delegates/${assembly.id}?part=review`,
      })
    const [draft] = await reportsOf(ctx.tx, assembly.id)
    if (a.lead && draft && draft.adoptedOn === null)
      items.push({
        ...common,
        id: `delegates/report/${assembly.id}`,
        title: "通过代表资格审查报告",
        heading: "通过代表资格审查报告",
        detail: `${assembly.name}：${draft.draftedBy}于${chineseDay(draft.draftedOn)}起草`,
        since: draft.draftedOn,
        href: `/office/delegates/${assembly.id}?part=report`,
      })
  }
  return items
}

async function recommending(ctx: Ctx, branch: Capacity): Promise<Open[]> {
  const [faculty = "", ...rest] = branch.scope.id.split("/")
  const { rows } = await ctx.tx.client.query<Open>(
    `select l.id, a.name as assembly, l.seats, c.since
     from delegate_list l
     join course c on c.university_id = l.university_id and c.id = l.course_id
     join assembly a on a.university_id = l.university_id and a.id = l.assembly_id
     where l.university_id = $1 and l.unit = 'faculty' and l.faculty = $2 and c.status = 'open'
       and (c.state ->> 'at')::int = 0 and a.state in ('preparing', 'convened', 'open')
       and not exists (select from delegate_meeting m where m.university_id = $1 and m.list_id = l.id and m.class_name = $3)
     order by c.since`,
    [ctx.tx.university, faculty, rest.join("/")],
  )
  return rows
}
