import type { Actor, Permission } from "#kit/server/actor.ts"
import { onUnions, type RoomSamples, sample, simple, unions } from "#kit/server/samples.ts"
import type { Hosted, mayDecide, mayGuide, mayPrepare, mayRead } from "./abilities.ts"
import type { Project } from "./project.ts"

/** Hosted by the school's union, or by a faculty's with the school's guiding a project for everybody (2.4). */
const hosts: Readonly<Record<string, Hosted>> = {
  校学生会承办: { union: unions.school, guide: null },
  本学院学生会承办: { union: unions.own, guide: null },
  "本学院学生会承办，面向全校": { union: unions.own, guide: unions.school },
}

const each = <C>(of: (hosted: Hosted) => C): Readonly<Record<string, C>> =>
  Object.fromEntries(Object.entries(hosts).map(([name, hosted]) => [name, of(hosted)]))
const hosted = each((loaded) => ({ loaded }))

type Correcting = (actor: Actor, of: Hosted & { readonly project: Pick<Project, "status"> }) => Permission

export const samples: RoomSamples = {
  room: "项目与志愿者",
  verbs: {
    "projects.list": simple("查看与自己有关的项目"),
    "projects.one": sample<typeof mayRead>("查看一个项目和志愿者", hosted),
    "projects.ground": sample<typeof mayPrepare>(
      "查看立项可用的部门和请示",
      onUnions((union) => ({ union })),
    ),
    "projects.draft": sample<typeof mayPrepare>(
      "拟定项目",
      onUnions((union) => ({ union })),
    ),
    "projects.edit": sample<typeof mayPrepare>("修改方案", hosted),
    "projects.link": sample<typeof mayPrepare>("关联活动请示", hosted),
    "projects.guide": sample<typeof mayGuide>("同意指导", hosted),
    "projects.recruit": sample<typeof mayDecide>("开始招募", hosted),
    "projects.run": sample<typeof mayDecide>("开始实施", hosted),
    "projects.close": sample<typeof mayDecide>("结项", hosted),
    "projects.decide": sample<typeof mayPrepare>("录用志愿者", hosted),
    "projects.add-shift": sample<typeof mayPrepare>("增加班次", hosted),
    "projects.drop-shift": sample<typeof mayPrepare>("取消班次", hosted),
    "projects.rota": sample<typeof mayPrepare>("排班", hosted),
    "projects.code": sample<typeof mayPrepare>("出示签到码", hosted),
    "projects.mark": sample<typeof mayPrepare>("按名单签到", hosted),
    "projects.correct": sample<Correcting>("更正时长", {
      ...each((h) => ({ loaded: { ...h, project: { status: "running" as const } } })),
      "校学生会承办，已结项": {
        loaded: { union: unions.school, guide: null, project: { status: "closed" } },
      },
    }),
    "projects.spend": sample<typeof mayPrepare>("登记支出", hosted),
    "projects.reached": sample<typeof mayPrepare>("登记服务人数", hosted),
    "projects.calls": simple("查看招募"),
    "projects.call": simple("查看一个项目的招募"),
    "projects.mine": simple("查看自己的志愿服务"),
    "projects.sign-up": simple("报名做志愿者"),
    "projects.withdraw": simple("退出志愿者"),
    "projects.take-shift": simple("选班次"),
    "projects.check": simple("扫码签到、签退"),
    "projects.certificate": simple("核验志愿服务证明"),
  },
}
