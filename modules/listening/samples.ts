import { type RoomSamples, type SampleUnion, sample, self, simple, unions } from "#kit/server/samples.ts"
import type { mayAnswer, mayKeep, mayPlan, mayRead } from "./abilities.ts"

const of = (union: SampleUnion) => ({ union, department: null })
const held = {
  [unions.school.name]: { loaded: of(unions.school) },
  [unions.own.name]: { loaded: of(unions.own) },
} as const
const plans = (name: string) => sample<typeof mayPlan>(name, held)
const keeps = (name: string) => sample<typeof mayKeep>(name, held)
const reads = (name: string) => sample<typeof mayRead>(name, held)

const open = { faculties: [], grades: [] }
const student = { faculty: "本学院", grade: 2024, level: "undergraduate" }

export const samples: RoomSamples = {
  room: "听取活动",
  verbs: {
    "listening.list": simple("听取活动一览"),
    "listening.one": reads("查看一次听取活动"),
    "listening.poster": reads("问卷二维码海报"),
    "listening.plan": plans("计划听取活动"),
    "listening.change": plans("修改计划"),
    "listening.announce": plans("公布听取活动"),
    "listening.cancel": plans("取消听取活动"),
    "listening.ask": plans("编写问卷题目"),
    "listening.close": plans("提前结束问卷"),
    "listening.publish": plans("公布问卷结果"),
    "listening.minute": keeps("登记记录"),
    "listening.hear": keeps("登记听到的意见"),
    "listening.unhear": keeps("删除听到的意见"),
    "listening.raise": keeps("把听到的意见转为诉求"),
    "listening.find": keeps("查找可关联的诉求"),
    "listening.join": keeps("与已有诉求关联"),
    "listening.part": keeps("取消关联"),
    "listening.answer": sample<typeof mayAnswer>("回答问卷", {
      面向全体同学的问卷: {
        loadedFor: (actor) => ({
          listening: open,
          union: unions.school,
          student: actor.number === self.number ? student : undefined,
        }),
        self: "面向的同学",
      },
    }),
    "listening.public-list": simple("公开的听取活动"),
    "listening.public-one": simple("公开的一次听取活动"),
  },
}
