import { type Day, newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import {
  closeDepartments,
  closePosts,
  insertDepartments,
  insertPosts,
  openDepartments,
  openPosts,
} from "#modules/unions/index.ts"
import type { Post } from "#policy/vocabulary.ts"
import { type Net, numberOf } from "./net.ts"
import type { Draft } from "./store.ts"

/** Write the difference into the roster from a day on; each new row's basis names the draft. */
export async function write(ctx: Ctx, draft: Draft, net: Net, from: Day): Promise<void> {
  const { tx, change } = ctx
  const { unionId } = draft
  const rows = new Map((await openPosts(tx, unionId)).map((r) => [r.id, r]))
  const departments = await openDepartments(tx, unionId)
  const basis = `调整方案《${draft.title}》，自${from}起，${ctx.actor.name}施行`
  const last = Math.max(-1, ...[...rows.values()].map((r) => r.position))
  const lastDepartment = Math.max(-1, ...departments.map((d) => d.position))
  const dated = { unionId, basis, validFrom: from, openedBy: change }
  const at = ({ department, kind, title }: Post) => ({ department: department ?? null, kind, title })
  const gone = [...net.ended, ...net.moved.map((m) => m.from)].flatMap((p) => p.row.id ?? [])
  await closePosts(tx, gone, from, change)
  await insertDepartments(
    tx,
    net.departmentsAdded.map((name, i) => ({
      unionId,
      name,
      position: lastDepartment + 1 + i,
      validFrom: from,
      openedBy: change,
    })),
  )
  await insertPosts(tx, [
    ...net.moved.map(({ from: was, to }) => {
      const { universityId: _, validTo, closedBy, ...row } = rows.get(was.row.id ?? "")!
      return { ...row, ...dated, ...at(to), id: newId() }
    }),
    ...net.added.map((p, i) => ({
      ...dated,
      ...at(p),
      id: newId(),
      name: p.name,
      number: p.student?.studentId ?? null,
      numberWritten: numberOf(p),
      position: last + 1 + i,
    })),
  ])
  await closeDepartments(tx, unionId, net.departmentsClosed, from, change)
}
