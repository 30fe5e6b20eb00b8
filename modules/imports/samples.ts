import { faculties, type RoomSamples, sample, simple, unions } from "#kit/server/samples.ts"
import { type mayHandle, onlyFaculty } from "./abilities.ts"

/** A run by what its importer answered for; what the asker answers for is found by `load`. */
const run = (faculty: string | null) => ({
  loadedFor: (actor: Parameters<typeof mayHandle>[0]) => ({
    run: { faculty },
    only: onlyFaculty(actor, Object.values(unions)),
  }),
})

const runs = { 学校的: run(null), 本学院的: run(faculties.own.name) }

export const samples: RoomSamples = {
  room: "导入",
  verbs: {
    "imports.list": simple("查看导入记录"),
    "imports.one": sample<typeof mayHandle>("查看一次导入", runs),
    "imports.kinds": simple("查看可以导入的内容"),
    "imports.check": sample<typeof mayHandle>("核对上传的工作簿", runs),
    "imports.confirm": sample<typeof mayHandle>("确认导入", runs),
    "imports.undo": sample<typeof mayHandle>("撤销导入", runs),
    "imports.drop": sample<typeof mayHandle>("放弃导入", runs),
  },
}
