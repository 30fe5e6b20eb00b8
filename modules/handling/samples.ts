import { type RoomSamples, sample, self, simple, unions, university } from "#kit/server/samples.ts"
import type {
  Lies,
  mayAnswer,
  mayHandOn,
  mayHandOnAll,
  mayKeep,
  mayNameDesk,
  mayRate,
  mayRead,
  mayReopen,
  maySee,
  mayTalk,
  mayUse,
} from "./abilities.ts"

const at = (more: Partial<Lies> = {}): Lies => ({
  need: { desk: "union" },
  union: unions.school,
  department: null,
  row: { office: null, place: null },
  own: false,
  ...more,
})
const conduct = at({ need: { desk: "league" } })
const given = { office: "academic-affairs", place: university.id }

const desks = {
  校学生会的诉求: { loaded: at() },
  本学院学生会的诉求: { loaded: at({ union: unions.own }) },
  反映工作人员作风的: { loaded: conduct },
} as const
const sorting = (name: string) => sample<typeof mayHandOn>(name, desks)

const handled = {
  "校学生会的诉求，交给教务处": { loaded: at({ row: given }) },
  "本学院学生会的诉求，交给教务处": { loaded: at({ union: unions.own, row: given }) },
  "反映工作人员作风的，交给教务处": { loaded: { ...conduct, row: given } },
} as const

const raised = {
  一件诉求: {
    loadedFor: (actor: { number: string }) => ({ raised: actor.number === self.number }),
    self: "提出人",
  },
} as const
const using = (name: string) =>
  sample<typeof mayUse>(name, {
    学校团委的受理台: {
      loadedFor: (actor) => ({
        keys: actor.capacities.some((c) => c.office === "school-league") ? ["league"] : [],
        wanted: undefined,
      }),
    },
  })

const everybodys = { open: true, voice: false, raised: false }
const seen = {
  公开的诉求: { loaded: everybodys },
  不公开的诉求: {
    loadedFor: (actor: { number: string }) => ({
      ...everybodys,
      open: false,
      raised: actor.number === self.number,
    }),
    self: "提出人",
  },
} as const

export const samples: RoomSamples = {
  room: "诉求办理",
  verbs: {
    "handling.send": sorting("转办诉求"),
    "handling.decline": sorting("不予受理"),
    "handling.correct": sorting("更正类别"),
    "handling.assign": sorting("分给本部门人员"),
    "handling.keep": sample<typeof mayKeep>("由本会答复", desks),
    "handling.batch": sample<typeof mayHandOnAll>("批量转办、不予受理、分派", {
      校学生会的诉求: { loaded: [at()] },
      "校学生会的诉求，有自己提出的": { loaded: [at({ own: true })] },
    }),
    "handling.note": sample<typeof mayTalk>("写内部记录", handled),
    "handling.ask": sample<typeof mayTalk>("向提出人询问", handled),
    "handling.reply": sample<typeof mayReopen>("回复询问", raised),
    "handling.answer": sample<typeof mayAnswer>("拟写、提出答复", handled),
    "handling.solve": sample<typeof mayAnswer>("填写办结情况", handled),
    "handling.rate": sample<typeof mayRate>("评价是否解决", {
      一件诉求: {
        loadedFor: (actor) => ({ voice: actor.number === self.number }),
        self: "提出人或附议人",
      },
    }),
    "handling.reopen": sample<typeof mayReopen>("要求重新办理", raised),
    "handling.propose": sample<typeof maySee>("转为提案", seen),
    "handling.save-template": using("保存答复模板"),
    "handling.drop-template": using("删除答复模板"),
    "handling.save-view": using("保存视图"),
    "handling.drop-view": simple("删除视图"),
    "handling.name-desk": sample<typeof mayNameDesk>("指定受理诉求的部门", {
      校学生会: { loaded: { union: unions.school } },
      本学院学生会: { loaded: { union: unions.own } },
    }),
    "handling.queue": using("查看诉求清单"),
    "handling.office": using("查看本单位承办的诉求"),
    "handling.one": sample<typeof mayRead>("查看一件诉求", handled),
    "handling.public": sample<typeof maySee>("查看公开的诉求", seen),
    "handling.own": sample<typeof maySee>("查看自己的诉求", seen),
    "handling.settings": using("查看受理设置"),
  },
}
