import type { Module } from "#kit/server/module.ts"
import { ImportWork } from "./background.ts"
import type { ImportKind } from "./kind.ts"
import { servedBy } from "./served.ts"
import { failUnfinished } from "./store.ts"
import { uploadRoute } from "./upload.ts"

/** The importing room, furnished with the kinds the other modules offer. */
export function importsModule(kinds: readonly ImportKind[]): Module & { work: () => ImportWork } {
  let started: ImportWork | undefined
  const work = () => {
    if (!started) throw new Error("imports was not started")
    return started
  }
  return {
    name: "imports",
    at: import.meta.url,
    clauses: ["3.9"],
    served: servedBy(work),
    routes: (app, world) => {
      started = new ImportWork(world, kinds)
      uploadRoute(app, world, work)
    },
    onStart: async (world) => {
      const first = await world.firstUniversity()
      if (first)
        await world.db.scoped(first.id, (tx) => failUnfinished(tx, "服务曾中断，未导入任何内容。请重新上传"))
    },
    onStop: async () => {
      await started?.settled()
      await started?.letGo()
    },
    work,
  }
}
