import { type RoomSamples, simple } from "#kit/server/samples.ts"

export const samples: RoomSamples = {
  room: "导入",
  verbs: {
    "imports.list": simple("查看导入记录"),
    "imports.one": simple("查看一次导入"),
    "imports.kinds": simple("查看可以导入的内容"),
    "imports.check": simple("核对上传的工作簿"),
    "imports.confirm": simple("确认导入"),
    "imports.undo": simple("撤销导入"),
    "imports.drop": simple("放弃导入"),
  },
}
