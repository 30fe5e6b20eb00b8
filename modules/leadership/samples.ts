import type { Actor, Permission } from "#kit/server/actor.ts"
import {
  faculties,
  onUnions,
  type RoomSamples,
  type SampleUnion,
  sample,
  simple,
  unions,
  type Within,
} from "#kit/server/samples.ts"
import type { Guided, mayAnswerGuidance, mayAttachReport, mayRecordHearing } from "./abilities.ts"
import type { Duty, Host } from "./hearing.ts"

const school = { faculty: null, unions: [unions.school.id] }
const own = { faculty: faculties.own.name, unions: [unions.own.id] }

const heard = {
  学校党委听取的: { loaded: { hearing: school, unions: [unions.school] } },
  本学院党组织听取的: { loaded: { hearing: own, unions: [unions.own] } },
}

type Scheduling = (actor: Actor, _: undefined, host: Host) => Permission
type Reading = (
  actor: Actor,
  of: { readonly hearing: Host; readonly unions: readonly SampleUnion[] },
) => Permission
type Finishing = (actor: Actor, of: { readonly decision: Duty; readonly hearing: Host }) => Permission
type Guiding = (actor: Actor, of: { readonly guided: Guided; readonly all: readonly Guided[] }) => Permission

const all = Object.values(unions)

export const samples: RoomSamples = {
  room: "党委领导",
  verbs: {
    "leadership.hearings": simple("查看与自己有关的汇报会议"),
    "leadership.hearing": sample<Reading>("查看一次汇报会议", heard),
    "leadership.schedule": sample<Scheduling>("安排汇报会议", {
      学校党委听取的: { input: school },
      本学院党组织听取的: { input: own },
    }),
    "leadership.attach-report": sample<Within<"hearing", typeof mayAttachReport>>("附上汇报材料", heard),
    "leadership.record-hearing": sample<Within<"hearing", typeof mayRecordHearing>>("登记听取情况", heard),
    "leadership.decide": sample<Within<"hearing", typeof mayRecordHearing>>("登记决定", heard),
    "leadership.finish": sample<Finishing>("登记决定的落实", {
      由学校团委承办: { loaded: { decision: { office: "school-league", unionId: null }, hearing: school } },
      由校学生会承办: {
        loaded: { decision: { office: "union", unionId: unions.school.id }, hearing: school },
      },
      由本学院团组织承办: { loaded: { decision: { office: "faculty-league", unionId: null }, hearing: own } },
    }),
    "leadership.call-off": sample<Within<"hearing", typeof mayRecordHearing>>("取消汇报会议", heard),
    "leadership.documents": simple("查看联合制定的规定"),
    "leadership.document": simple("查看一份规定"),
    "leadership.draft": simple("起草规定"),
    "leadership.revise": simple("修订规定"),
    "leadership.repeal": simple("废止规定"),
    "leadership.published": simple("查看公开的规定"),
    "leadership.guidance": simple("查看与自己有关的指导"),
    "leadership.guide": sample<Guiding>(
      "登记指导",
      onUnions((guided) => ({ guided, all })),
    ),
    "leadership.answer-guidance": sample<Within<"union", typeof mayAnswerGuidance>>(
      "确认受到的指导",
      onUnions((union) => ({ union })),
    ),
  },
}
